using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

public sealed partial class Tensor
{
    /// <summary>
    /// The sharp image of an instant by the spike-guided deblurring model: what an exposure blurs together, told apart by how the spikes spread
    /// over it.
    /// </summary>
    /// <remarks>
    /// Chen et al., "SpikeReveal", 2024, equation 6: L(t) = B (N_short / N_long) (T / T'), not limited to 0 .. 1; where the long exposure saw
    /// nothing at all it is black. The teacher is made of it, so it passes no gradient back.
    /// </remarks>
    /// <param name="longExposure">The mean brightness by spikes over the exposure of this blurry image, [N, 1, H, W].</param>
    /// <param name="shortExposure">The mean brightness by spikes around the instant, [N, 1, H, W].</param>
    public Tensor DeblurBySpikes(Tensor longExposure, Tensor shortExposure)
    {
        Shape gray = Shape with { Channels = 1 };
        if (longExposure.Shape != gray || shortExposure.Shape != gray)
            throw new ArgumentException($"Brightness by spikes of {gray} was expected; these are {longExposure.Shape} and {shortExposure.Shape}.");
        Tensor sharp = Tape.New(Shape, needsGradient: false);
        sharp.RunPixels(new DeblurBySpikes(Values, longExposure.Values, shortExposure.Values, Shape.Channels, sharp.Values));
        return sharp;
    }
}

/// <summary>sharp = blur / long short, and 0 where long is 0.</summary>
readonly struct DeblurBySpikes(View<float> blur, View<float> longExposure, View<float> shortExposure, int channels, View<float> sharp) : IFloatKernel
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
