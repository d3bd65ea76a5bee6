using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Replaces each displacement by the median of the 3x3 around it, part by part: single outliers go, edges stay. Run over the rows and columns.</summary>
/// <param name="motion">Packed displacements, [height, width].</param>
/// <param name="smooth">The same, smoothed.</param>
/// <param name="height">Rows.</param>
/// <param name="width">Columns.</param>
public readonly struct SmoothMotion(View<int> motion, View<int> smooth, int height, int width) : IExactKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        TLane x = TLane.Ramp(column), one = TLane.Splat(1);
        TLane left = TLane.Max(x - one, TLane.Splat(0)), right = TLane.Min(x + one, TLane.Splat(width - 1));
        int above = Math.Max(row - 1, 0) * width, here = row * width, below = Math.Min(row + 1, height - 1) * width;
        TLane a = At(above, left), b = At(above, x), c = At(above, right);
        TLane d = At(here, left), e = At(here, x), f = At(here, right);
        TLane g = At(below, left), h = At(below, x), i = At(below, right);
        TLane across = Trio<TLane>.Median(Across(a, b, c), Across(d, e, f), Across(g, h, i));
        TLane down = Trio<TLane>.Median(Down(a, b, c), Down(d, e, f), Down(g, h, i));
        TLane.Store(smooth, here + column, Displacement.Pack(across, down));
    }

    static Trio<TLane> Across<TLane>(TLane a, TLane b, TLane c)
        where TLane : struct, IIntLane<TLane> => new(Displacement.Across(a), Displacement.Across(b), Displacement.Across(c));

    static Trio<TLane> Down<TLane>(TLane a, TLane b, TLane c)
        where TLane : struct, IIntLane<TLane> => new(Displacement.Down(a), Displacement.Down(b), Displacement.Down(c));

    TLane At<TLane>(int start, TLane column)
        where TLane : struct, IIntLane<TLane> => TLane.Gather(motion, TLane.Splat(start) + column);
}
