using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>A frame of packed pixels, with their apron, that is looked at between its pixels; outside, its border repeats. Places are in 1/32 pixel.</summary>
readonly struct Picture(View<int> pixels, Apron apron)
{
    /// <summary>Bits of a sampled level behind the binary point.</summary>
    public const int FractionBits = 4;

    /// <summary>
    /// Bits of the weights along a row, and down a column. Blue and red are summed at once, in the halves of a word; with half of their range taken off,
    /// the sum along a row fits: 128 x 2^7 x 5/4. So does the sum of all: 255 x 2^18 x (5/4)^2.
    /// </summary>
    const int AcrossBits = 7, DownBits = 11, Half = 128;

    /// <summary>The colors of 2x2 pixels, the first of them at a place, by cubic convolution of 4x4 pixels (Keys 1981, a = -1/2), in sixteenths of a level, limited to 0 .. 255.</summary>
    public Square<TLane> At<TLane>(TLane x, TLane y)
        where TLane : struct, IIntLane<TLane>
    {
        CubicWeights<TLane> across = CubicWeights<TLane>.At(x, AcrossBits), down = CubicWeights<TLane>.At(y, DownBits);
        TLane start = apron.Index(x, y) - TLane.Splat(apron.Stride + 1), weight = down.First, before = TLane.Splat(0);
        Color<TLane> topLeft = new(before, before, before), topRight = topLeft, bottomLeft = topLeft, bottomRight = topLeft;
        for (int row = 0; row < 5; row++)
        {
            TLane a = TLane.Gather(pixels, start), b = TLane.Gather(pixels, start + TLane.Splat(1)), c = TLane.Gather(pixels, start + TLane.Splat(2));
            TLane d = TLane.Gather(pixels, start + TLane.Splat(3)), e = TLane.Gather(pixels, start + TLane.Splat(4));
            Color<TLane> left = Mean(Outer(a), Outer(b), Outer(c), Outer(d), Inner(a), Inner(b), Inner(c), Inner(d), across);
            Color<TLane> right = Mean(Outer(b), Outer(c), Outer(d), Outer(e), Inner(b), Inner(c), Inner(d), Inner(e), across);
            topLeft += left * weight;
            topRight += right * weight;
            bottomLeft += left * before;
            bottomRight += right * before;
            before = weight;
            weight = row switch { 0 => down.Second, 1 => down.Third, 2 => down.Fourth, _ => TLane.Splat(0) };
            start += TLane.Splat(apron.Stride);
        }

        return new(Level(topLeft), Level(topRight), Level(bottomLeft), Level(bottomRight));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TLane Outer<TLane>(TLane pixel)
        where TLane : struct, IIntLane<TLane> => pixel & TLane.Splat(0x00ff00ff);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TLane Inner<TLane>(TLane pixel)
        where TLane : struct, IIntLane<TLane> => (pixel >> 8) & TLane.Splat(0xff);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Color<TLane> Mean<TLane>(TLane a, TLane b, TLane c, TLane d, TLane e, TLane f, TLane g, TLane h, CubicWeights<TLane> weights)
        where TLane : struct, IIntLane<TLane>
    {
        TLane outer = a * weights.First + b * weights.Second + c * weights.Third + d * weights.Fourth - TLane.Splat((Half << AcrossBits) * 0x00010001);
        TLane inner = e * weights.First + f * weights.Second + g * weights.Third + h * weights.Fourth, blue = (outer << 16) >> 16;
        return new(blue, inner, (outer - blue) >> 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Color<TLane> Level<TLane>(Color<TLane> sum)
        where TLane : struct, IIntLane<TLane> => new(Level(sum.Blue, Half), Level(sum.Green, 0), Level(sum.Red, Half));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TLane Level<TLane>(TLane sum, int half)
        where TLane : struct, IIntLane<TLane>
    {
        const int bits = AcrossBits + DownBits, shift = bits - FractionBits;
        return Whole.Clamp((sum + TLane.Splat((half << bits) + (1 << (shift - 1)))) >> shift, 0, 255 << FractionBits);
    }
}
