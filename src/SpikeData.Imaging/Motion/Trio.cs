using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Three numbers in rising order.</summary>
readonly struct Trio<TLane>
    where TLane : struct, IIntLane<TLane>
{
    readonly TLane low, middle, high;

    public Trio(TLane a, TLane b, TLane c)
    {
        low = TLane.Min(TLane.Min(a, b), c);
        middle = Middle(a, b, c);
        high = TLane.Max(TLane.Max(a, b), c);
    }

    /// <summary>The median of nine numbers: the middle one of the largest low, the middle middle and the smallest high.</summary>
    public static TLane Median(Trio<TLane> a, Trio<TLane> b, Trio<TLane> c) => Middle(
        TLane.Max(TLane.Max(a.low, b.low), c.low),
        Middle(a.middle, b.middle, c.middle),
        TLane.Min(TLane.Min(a.high, b.high), c.high));

    static TLane Middle(TLane a, TLane b, TLane c) => TLane.Max(TLane.Min(a, b), TLane.Min(TLane.Max(a, b), c));
}
