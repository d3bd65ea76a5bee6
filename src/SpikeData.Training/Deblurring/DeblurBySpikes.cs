using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>The spike-guided deblurring model: what an exposure blurs together, told apart by how the spikes spread over it.</summary>
/// <remarks>Chen et al., "SpikeReveal", 2024, equation 6: L(t) = B (N_short / N_long) (T / T'). The teacher is made of it, so it passes no gradient back.</remarks>
public static class SpikeGuidedDeblurring
{
    /// <summary>The sharp image of an instant, not limited to 0 .. 1; where the long exposure saw nothing at all it is black.</summary>
    /// <param name="blur">The blurry image, [N, C, H, W].</param>
    /// <param name="longExposure">The mean brightness by spikes over the exposure, [N, 1, H, W].</param>
    /// <param name="shortExposure">The mean brightness by spikes around the instant, [N, 1, H, W].</param>
    public static Tensor DeblurBySpikes(this Tensor blur, Tensor longExposure, Tensor shortExposure)
    {
        Shape gray = blur.Shape with { Channels = 1 };
        if (longExposure.Shape != gray || shortExposure.Shape != gray)
            throw new ArgumentException($"Brightness by spikes of {gray} was expected; these are {longExposure.Shape} and {shortExposure.Shape}.");
        Tensor sharp = blur.Tape.New(blur.Shape, false);
        blur.Tape.Run(
            new DeblurBySpikes(blur.Values, longExposure.Values, shortExposure.Values, blur.Shape.Channels, sharp.Values), blur.Shape.Pixels, blur.Shape.Channels);
        return sharp;
    }
}

/// <summary>sharp = blur / long short, and 0 where long is 0.</summary>
public readonly struct DeblurBySpikes(View<float> blur, View<float> longExposure, View<float> shortExposure, int channels, View<float> sharp) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        long at = (long)row * channels + column;
        TLane over = TLane.Splat(longExposure, row), zero = TLane.Splat(0f);
        TLane ratio = TLane.Load(blur, at) / over;
        TLane isSeen = TLane.LessThan(zero, TLane.Max(over, zero - over));
        TLane.Store(sharp, at, TLane.Select(isSeen, ratio, zero) * TLane.Splat(shortExposure, row));
    }
}
