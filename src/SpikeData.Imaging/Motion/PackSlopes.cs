using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Puts the brightness of each pixel and its slopes into one word, so that a gather fetches all that a patch needs. Run over the rows and columns.</summary>
/// <remarks>Slopes are differences of the two neighbors, so they are twice the derivative; outside, the border repeats.</remarks>
/// <param name="brightness">[height, width] in quarters of a level.</param>
/// <param name="slopes">[height, width]: brightness in 10 bits, slope to the right in the next 11, slope down in the last 11.</param>
/// <param name="height">Rows.</param>
/// <param name="width">Columns.</param>
public readonly struct PackSlopes(View<int> brightness, View<int> slopes, int height, int width) : IExactKernel
{
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        int at = row * width + column;
        TLane x = TLane.Ramp(column), start = TLane.Splat(row * width);
        TLane left = TLane.Max(x - TLane.Splat(1), TLane.Splat(0)), right = TLane.Min(x + TLane.Splat(1), TLane.Splat(width - 1));
        TLane across = TLane.Gather(brightness, start + right) - TLane.Gather(brightness, start + left);
        TLane down = TLane.Load(brightness, row + 1 < height ? at + width : at) - TLane.Load(brightness, row > 0 ? at - width : at);
        TLane.Store(slopes, at, TLane.Load(brightness, at) | ((across & TLane.Splat(0x7ff)) << 10) | (down << 21));
    }

    public static TLane Brightness<TLane>(TLane packed)
        where TLane : struct, IIntLane<TLane> => packed & TLane.Splat(0x3ff);

    public static TLane Across<TLane>(TLane packed)
        where TLane : struct, IIntLane<TLane> => (packed << 11) >> 21;

    public static TLane Down<TLane>(TLane packed)
        where TLane : struct, IIntLane<TLane> => packed >> 21;
}
