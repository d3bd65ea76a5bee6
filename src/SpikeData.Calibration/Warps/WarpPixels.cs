using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Calibration;

/// <summary>Fetches each pixel of a warped picture from between four pixels of the source: bilinear, exact, rounded half up. Run over rows and columns.</summary>
/// <param name="source">[source height, source width]: blue in the lowest byte, then green, red.</param>
/// <param name="xs">Columns of the source times 256, [rows, columns]; below 0 for black.</param>
/// <param name="ys">Rows of the source times 256, [rows, columns].</param>
/// <param name="target">[rows, columns], as the source.</param>
/// <param name="sourceHeight">Rows of the source.</param>
/// <param name="sourceWidth">Columns of the source.</param>
/// <param name="columns">Pixels in a row.</param>
public readonly struct WarpPixels(View<int> source, View<int> xs, View<int> ys, View<int> target, int sourceHeight, int sourceWidth, int columns) : IExactKernel
{
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        int at = row * columns + column;
        TLane one = TLane.Splat(1), zero = TLane.Splat(0), whole = TLane.Splat(WarpMap.Parts), rest = TLane.Splat(WarpMap.Parts - 1);
        TLane x = TLane.Load(xs, at), y = TLane.Load(ys, at), outside = TLane.LessThan(x, zero);
        x = TLane.Max(x, zero);
        TLane left = x >> 8, top = y >> 8, right = TLane.Min(left + one, TLane.Splat(sourceWidth - 1)), bottom = TLane.Min(top + one, TLane.Splat(sourceHeight - 1));
        TLane upper = top * TLane.Splat(sourceWidth), lower = bottom * TLane.Splat(sourceWidth);
        TLane rightPart = x & rest, leftPart = whole - rightPart, lowerPart = y & rest, upperPart = whole - lowerPart;
        Color<TLane> sum = Color<TLane>.Of(TLane.Gather(source, upper + left)) * (upperPart * leftPart)
            + Color<TLane>.Of(TLane.Gather(source, upper + right)) * (upperPart * rightPart)
            + Color<TLane>.Of(TLane.Gather(source, lower + left)) * (lowerPart * leftPart)
            + Color<TLane>.Of(TLane.Gather(source, lower + right)) * (lowerPart * rightPart);
        TLane half = TLane.Splat(1 << 15);
        TLane packed = ((sum.Blue + half) >>> 16) | (((sum.Green + half) >>> 16) << 8) | (((sum.Red + half) >>> 16) << 16);
        TLane.Store(target, at, TLane.Select(outside, zero, packed));
    }
}
