using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>Copies images into larger ones with zeros, or repeated columns, around them; gradients pass the rectifier on the way.</summary>
/// <param name="source">Images of <paramref name="height"/> times <paramref name="width"/> pixels.</param>
/// <param name="signs">The rectifier's result, if the slope is not 1.</param>
/// <param name="slope">What numbers are multiplied with where the rectifier's result is not positive; 1 for a plain copy.</param>
/// <param name="target">The larger images.</param>
/// <param name="padded">Their shape.</param>
public readonly struct PadPixels(
    View<float> source, int height, int width, View<float> signs, float slope, View<float> target, Shape padded, Padding padding) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        int line = row / padded.Width, x = row - line * padded.Width - padding.Left;
        int image = line / padded.Height, y = line - image * padded.Height - padding.Top;
        if (padding.Columns == Border.Repeat) x = Math.Min(Math.Max(x, 0), width - 1);
        TLane value = TLane.Splat(0f);
        if (y >= 0 && y < height && x >= 0 && x < width)
        {
            long at = (((long)image * height + y) * width + x) * padded.Channels + column;
            value = TLane.Load(source, at);
            if (slope != 1) value = Rectifier.GradientOf(TLane.Load(signs, at), value, TLane.Splat(slope));
        }

        TLane.Store(target, (long)row * padded.Channels + column, value);
    }
}
