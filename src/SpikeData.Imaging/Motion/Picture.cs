using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>A frame of packed pixels that is looked at between its pixels; outside, its border repeats. Places are in 1/32 pixel.</summary>
readonly struct Picture(View<int> pixels, int height, int width)
{
    /// <summary>Bits of a sampled level behind the binary point.</summary>
    public const int FractionBits = 4;

    /// <summary>The color at a place by cubic convolution of 4x4 pixels (Keys 1981, a = -1/2), in sixteenths of a level, limited to 0 .. 255.</summary>
    public Color<TLane> At<TLane>(TLane x, TLane y)
        where TLane : struct, IIntLane<TLane>
    {
        CubicWeights<TLane> across = new(x), along = new(y);
        TLane row = y >> Displacement.FractionBits;
        Color<TLane> sum = Row(x, row - TLane.Splat(1), across) * along.First + Row(x, row, across) * along.Second
            + Row(x, row + TLane.Splat(1), across) * along.Third + Row(x, row + TLane.Splat(2), across) * along.Fourth;
        return new(Level(sum.Blue), Level(sum.Green), Level(sum.Red));
    }

    Color<TLane> Row<TLane>(TLane x, TLane row, CubicWeights<TLane> weights)
        where TLane : struct, IIntLane<TLane>
    {
        TLane start = Whole.Clamp(row, 0, height - 1) * TLane.Splat(width), column = x >> Displacement.FractionBits;
        return Pixel(start, column - TLane.Splat(1)) * weights.First + Pixel(start, column) * weights.Second
            + Pixel(start, column + TLane.Splat(1)) * weights.Third + Pixel(start, column + TLane.Splat(2)) * weights.Fourth;
    }

    Color<TLane> Pixel<TLane>(TLane start, TLane column)
        where TLane : struct, IIntLane<TLane> => Color<TLane>.Of(TLane.Gather(pixels, start + Whole.Clamp(column, 0, width - 1)));

    static TLane Level<TLane>(TLane sum)
        where TLane : struct, IIntLane<TLane>
    {
        const int shift = 2 * 11 - FractionBits;
        return Whole.Clamp((sum + TLane.Splat(1 << (shift - 1))) >> shift, 0, 255 << FractionBits);
    }
}
