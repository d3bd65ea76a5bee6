using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>A picture of whole numbers that is looked at between its pixels; outside, its border repeats. Places are in 1/32 pixel.</summary>
readonly struct Plane(View<int> values, int height, int width)
{
    /// <summary>Linear between the four pixels around a place, rounded.</summary>
    public TLane Between<TLane>(TLane x, TLane y)
        where TLane : struct, IIntLane<TLane>
    {
        TLane column = x >> Displacement.FractionBits, row = y >> Displacement.FractionBits, fraction = TLane.Splat(Displacement.Pixel - 1);
        TLane left = Whole.Clamp(column, 0, width - 1), right = Whole.Clamp(column + TLane.Splat(1), 0, width - 1);
        TLane top = Row(row), bottom = Row(row + TLane.Splat(1));
        TLane above = Mix(top + left, top + right, x & fraction), below = Mix(bottom + left, bottom + right, x & fraction);
        return ((above << Displacement.FractionBits) + (below - above) * (y & fraction) + TLane.Splat(1 << 9)) >> 10;
    }

    /// <summary>The pixel nearest to a place.</summary>
    public TLane Nearest<TLane>(TLane x, TLane y)
        where TLane : struct, IIntLane<TLane>
    {
        TLane half = TLane.Splat(Displacement.Pixel / 2);
        TLane column = Whole.Clamp((x + half) >> Displacement.FractionBits, 0, width - 1);
        return TLane.Gather(values, Row((y + half) >> Displacement.FractionBits) + column);
    }

    /// <summary>All-ones where a place is more than half a pixel outside.</summary>
    public TLane Outside<TLane>(TLane x, TLane y)
        where TLane : struct, IIntLane<TLane> => Beyond(x, width) | Beyond(y, height);

    static TLane Beyond<TLane>(TLane place, int pixels)
        where TLane : struct, IIntLane<TLane>
    {
        const int half = Displacement.Pixel / 2;
        return TLane.LessThan(place, TLane.Splat(-half)) | TLane.LessThan(TLane.Splat(pixels * Displacement.Pixel - half), place);
    }

    TLane Row<TLane>(TLane row)
        where TLane : struct, IIntLane<TLane> => Whole.Clamp(row, 0, height - 1) * TLane.Splat(width);

    TLane Mix<TLane>(TLane left, TLane right, TLane fraction)
        where TLane : struct, IIntLane<TLane>
    {
        TLane value = TLane.Gather(values, left);
        return (value << Displacement.FractionBits) + (TLane.Gather(values, right) - value) * fraction;
    }
}
