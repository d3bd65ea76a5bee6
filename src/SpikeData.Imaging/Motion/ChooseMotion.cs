using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Says how each pixel of a frame between two frames moves. Run over the rows and columns.</summary>
/// <remarks>
/// Hypotheses come from both flow fields, by following each backward from the pixel to where the motion began, once from the pixel itself and
/// once from above and below it. A hypothesis is good when both frames look the same at its ends, and when at least one of the
/// two fields says the same there: at an occlusion one of them cannot know.
/// </remarks>
/// <param name="leftFrame">Packed neighbors of the left frame; these and the fields are laid out with an apron.</param>
/// <param name="rightFrame">Those of the right frame.</param>
/// <param name="forward">Packed displacements from left to right.</param>
/// <param name="backward">Packed displacements from right to left.</param>
/// <param name="motion">Packed displacement from left to right of what each pixel shows, [height, width].</param>
/// <param name="height">Rows.</param>
/// <param name="width">Columns.</param>
/// <param name="instant">When.</param>
public readonly struct ChooseMotion(
    View<int> leftFrame, View<int> rightFrame, View<int> forward, View<int> backward, View<int> motion, int height, int width, Instant instant) : IExactKernel
{
    /// <summary>How far above and below the pixel the fields are asked too.</summary>
    const int Around = 4;

    /// <summary>Beyond 40 levels, and beyond 8 pixels, it does not matter how wrong a hypothesis is.</summary>
    const int MostDifference = 160, MostDeviation = 256;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        TLane zero = TLane.Splat(0);
        Hypothesis<TLane> fromLeft = new(zero, zero, TLane.Splat(int.MaxValue)), fromRight = fromLeft;
        for (int below = -Around; below <= Around; below += Around)
        {
            int at = new Apron(height, width).Start(Whole.Clamp(row + below, 0, height - 1)) + column;
            fromLeft = fromLeft.Or(Hypothesis(TLane.Load(forward, at), row, column, fromRight: false));
            fromRight = fromRight.Or(Hypothesis(TLane.Load(backward, at), row, column, fromRight: true));
        }

        Hypothesis<TLane> best = fromLeft.With(fromRight);
        TLane.Store(motion, row * width + column, Displacement.Pack(best.Across, best.Down));
    }

    /// <summary>The motion that a field has where a displacement, followed backward from the pixel, began.</summary>
    Hypothesis<TLane> Hypothesis<TLane>(TLane move, int row, int column, bool fromRight)
        where TLane : struct, IIntLane<TLane>
    {
        Apron apron = new(height, width);
        TLane x = TLane.Ramp(column) << Displacement.FractionBits, y = TLane.Splat(row << Displacement.FractionBits), sign = TLane.Splat(fromRight ? -1 : 1);
        Passage<TLane> passage = new(x, y, Displacement.Across(move) * sign, Displacement.Down(move) * sign, instant);
        move = fromRight ? TLane.Gather(backward, apron.Nearest(passage.EndX, passage.EndY)) : TLane.Gather(forward, apron.Nearest(passage.StartX, passage.StartY));
        TLane across = Displacement.Across(move) * sign, down = Displacement.Down(move) * sign;
        passage = new(x, y, across, down, instant);
        TLane start = apron.Nearest(passage.StartX, passage.StartY), end = apron.Nearest(passage.EndX, passage.EndY);
        TLane first = Deviation(TLane.Gather(forward, start), across, down), second = Deviation(TLane.Gather(backward, end), TLane.Splat(0) - across, TLane.Splat(0) - down);
        TLane difference = Whole.Magnitude(Neighbors.Left(TLane.Gather(leftFrame, start)) - Neighbors.Left(TLane.Gather(rightFrame, end)));
        TLane cost = ((TLane.Min(difference, TLane.Splat(MostDifference)) + TLane.Min(first, second)) << 1) + TLane.Max(first, second);
        return new(across, down, cost);
    }

    /// <summary>The sum of both parts' differences.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TLane Deviation<TLane>(TLane move, TLane across, TLane down)
        where TLane : struct, IIntLane<TLane>
    {
        TLane sum = Whole.Magnitude(Displacement.Across(move) - across) + Whole.Magnitude(Displacement.Down(move) - down);
        return TLane.Min(sum, TLane.Splat(MostDeviation));
    }
}
