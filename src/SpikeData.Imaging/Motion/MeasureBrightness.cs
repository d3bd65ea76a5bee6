using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>The brightness of pixels in quarters of a level, 0 to 1020: (29 B + 150 G + 77 R) / 64, rounded. Run over the rows and columns.</summary>
/// <param name="pixels">Packed pixels, [height, width].</param>
/// <param name="brightness">[height, width].</param>
/// <param name="width">Pixels in a row.</param>
public readonly struct MeasureBrightness(View<int> pixels, View<int> brightness, int width) : IExactKernel
{
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        int at = row * width + column;
        TLane pixel = TLane.Load(pixels, at), level = TLane.Splat(255);
        TLane sum = (pixel & level) * TLane.Splat(29) + ((pixel >> 8) & level) * TLane.Splat(150) + (pixel >> 16) * TLane.Splat(77);
        TLane.Store(brightness, at, (sum + TLane.Splat(32)) >> 6);
    }
}
