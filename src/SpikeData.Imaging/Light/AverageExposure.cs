using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Closes an exposure: the mean of its frames, B = (1/T) sum of L(t), rounded half to even, exactly.</summary>
/// <remarks>At a scale above 1 the middle pixels of each block are averaged too, as <see cref="MeasureLight"/> does. Run over the picture's rows and 3 x its columns.</remarks>
/// <param name="sums">What the exposure collected, [rows, stride] numbers.</param>
/// <param name="picture">The blurry picture, [rows / scale, columns] bytes.</param>
/// <param name="codes">The code of each linear light; not read unless <paramref name="curved"/> is set.</param>
/// <param name="stride">Numbers from one row of sums to the next.</param>
/// <param name="columns">Bytes in a row of the picture: three per pixel.</param>
/// <param name="scale">Frame pixels to a picture pixel along each axis.</param>
/// <param name="count">How many numbers each byte of the picture averages: frames x pixels of a block; count x the largest number is below 2^31.</param>
/// <param name="reciprocal">2^32 / count, rounded down.</param>
/// <param name="curved">1 when the sums are of linear light, otherwise 0.</param>
public readonly struct AverageExposure(
    View<int> sums, View<byte> picture, View<byte> codes, int stride, int columns, int scale, int count, int reciprocal, int curved) : IExactKernel
{
    public AverageExposure(View<int> sums, View<byte> picture, View<byte> codes, int stride, int columns, int scale, int count, int curved)
        : this(sums, picture, codes, stride, columns, scale, count, Reciprocal.Of(count), curved)
    {
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        TLane sum = scale == 1 ? TLane.Load(sums, row * stride + column) : Block<TLane>(row, column);
        TLane mean = TLane.MultiplyHigh(sum, TLane.Splat(reciprocal));
        TLane rest = sum - mean * TLane.Splat(count);
        // The reciprocal is rounded down, so the mean may be one too small.
        TLane complete = TLane.LessThan(rest, TLane.Splat(count));
        mean = TLane.Select(complete, mean, mean + TLane.Splat(1));
        rest = TLane.Select(complete, rest, rest - TLane.Splat(count));
        // Above one half, or at one half and odd.
        TLane up = TLane.LessThan(TLane.Splat(count), (rest << 1) + (mean & TLane.Splat(1)));
        mean = TLane.Select(up, mean + TLane.Splat(1), mean);
        if (curved != 0) mean = TLane.Gather(codes, mean);
        TLane.Store(picture, row * columns + column, mean);
    }

    TLane Block<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        // column = 3 x + channel, and a third of 2^32, rounded up, divides exactly below 2^31.
        TLane place = TLane.Ramp(column);
        TLane x = TLane.MultiplyHigh(place, TLane.Splat(0x55555556));
        TLane pixel = (x * TLane.Splat(scale - 1)) * TLane.Splat(3) + place;
        TLane sum = TLane.Splat(0);
        for (int tapY = (scale - 1) / 2; tapY <= scale / 2; tapY++)
        for (int tapX = (scale - 1) / 2; tapX <= scale / 2; tapX++)
            sum += TLane.Gather(sums, pixel + TLane.Splat((row * scale + tapY) * stride + tapX * 3));
        return sum;
    }
}
