using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Says how much the right frame counts in each pixel of a frame between two frames, and how much is left to the left frame. Run over the rows and columns.</summary>
/// <remarks>
/// The nearer frame counts more, and the more a frame's own flow contradicts the motion, the less it counts: there the point
/// is hidden in it. A frame in which the point has left the picture does not count. The share of the left frame is
/// (n - k) d' / ((n - k) d' + k d), where d = 4 pixels^2 + deviation^2 in the left and d' in the right frame.
/// </remarks>
/// <param name="forward">Packed displacements from left to right, laid out with an apron.</param>
/// <param name="backward">Packed displacements from right to left.</param>
/// <param name="motion">Packed displacement from left to right of what each pixel shows, [height, width].</param>
/// <param name="shares">The share of the right frame, 0 to 256.</param>
/// <param name="height">Rows.</param>
/// <param name="width">Columns.</param>
/// <param name="instant">When.</param>
public readonly struct WeighFrames(View<int> forward, View<int> backward, View<int> motion, View<int> shares, int height, int width, Instant instant) : IExactKernel
{
    /// <summary>All of a pixel.</summary>
    public const int All = 1 << ShareBits;

    public const int ShareBits = 8;

    /// <summary>Squared deviations are counted in units of 1/8 square pixel.</summary>
    const int DeviationShift = 7, Tolerance = 4 << 10 >> DeviationShift, Most = 1 << 13;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        int at = row * width + column;
        TLane move = TLane.Load(motion, at), across = Displacement.Across(move), down = Displacement.Down(move), zero = TLane.Splat(0);
        Passage<TLane> passage = new(TLane.Ramp(column) << Displacement.FractionBits, TLane.Splat(row << Displacement.FractionBits), across, down, instant);
        Apron apron = new(height, width);
        TLane there = TLane.Gather(forward, apron.Nearest(passage.StartX, passage.StartY)), back = TLane.Gather(backward, apron.Nearest(passage.EndX, passage.EndY));
        TLane left = Doubt(back, zero - across, zero - down) * TLane.Splat(instant.UntilRight);
        TLane right = Doubt(there, across, down) * TLane.Splat(instant.SinceLeft);
        TLane hiddenLeft = apron.Outside(passage.StartX, passage.StartY), hiddenRight = apron.Outside(passage.EndX, passage.EndY), hidden = hiddenLeft & hiddenRight;
        TLane.Store(shares, at, Share(TLane.Select(hiddenLeft ^ hidden, zero, left), TLane.Select(hiddenRight ^ hidden, zero, right)));
    }

    /// <summary>right / (left + right); the smaller share is rounded and the larger one is the rest, so neither frame is preferred.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TLane Share<TLane>(TLane left, TLane right)
        where TLane : struct, IIntLane<TLane>
    {
        TLane sum = left + right, smaller = Whole.Quotient((TLane.Min(left, right) << ShareBits) + (sum >> 1), sum, ShareBits);
        return TLane.Select(TLane.LessThan(left, right), TLane.Splat(All) - smaller, smaller);
    }

    /// <summary>d: how far a frame's flow contradicts the motion, squared, plus what is tolerated.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TLane Doubt<TLane>(TLane flow, TLane across, TLane down)
        where TLane : struct, IIntLane<TLane>
    {
        TLane right = Whole.Clamp(Displacement.Across(flow) - across, -Displacement.Most / 2, Displacement.Most / 2);
        TLane below = Whole.Clamp(Displacement.Down(flow) - down, -Displacement.Most / 2, Displacement.Most / 2);
        TLane squares = (right * right + below * below) >> DeviationShift;
        return TLane.Min(squares + TLane.Splat(Tolerance), TLane.Splat(Most));
    }
}
