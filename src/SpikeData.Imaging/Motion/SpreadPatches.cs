using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Gives every pixel the mean displacement of the patches over it, each weighted by how well it explains this pixel and its whole patch. Run over the rows and columns.</summary>
/// <param name="pairs">Packed neighbors of the frame of the patches, with their apron.</param>
/// <param name="other">Those of the frame they went to.</param>
/// <param name="patches">Packed displacements of the patches.</param>
/// <param name="trust">How well they fit, 1 to 256.</param>
/// <param name="field">The packed displacement of each pixel, laid out with an apron, which is not filled.</param>
/// <param name="height">Rows of the frames.</param>
/// <param name="width">Columns of the frames.</param>
public readonly struct SpreadPatches(View<int> pairs, View<int> other, View<int> patches, View<int> trust, View<int> field, int height, int width) : IExactKernel
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        Apron apron = new(height, width);
        PatchGrid grid = new(height, width);
        TLane x = TLane.Ramp(column), own = Neighbors.Left(TLane.Load(pairs, apron.Start(row) + column));
        TLane across = TLane.Splat(0), down = across, weights = across;
        for (int nearby = 0; nearby < 4; nearby++)
        {
            int patchRow = Whole.Clamp(row / PatchGrid.Stride - nearby / 2, 0, grid.Rows - 1);
            TLane patch = Whole.Clamp((x >> 2) - TLane.Splat(nearby % 2), 0, grid.Columns - 1) + TLane.Splat(patchRow * grid.Columns);
            TLane move = TLane.Gather(patches, patch), right = Displacement.Across(move), below = Displacement.Down(move);
            TLane seen = Neighbors.At(other, apron, (x << Displacement.FractionBits) + right, TLane.Splat(row << Displacement.FractionBits) + below);
            TLane weight = Weight(seen - own, TLane.Gather(trust, patch));
            across += weight * right;
            down += weight * below;
            weights += weight;
        }

        TLane.Store(field, apron.Start(row) + column, Displacement.Pack(Mean(across, weights), Mean(down, weights)));
    }

    /// <summary>(1 - d / 32)^4 of a difference of d levels below 32, times the trust; 12 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TLane Weight<TLane>(TLane difference, TLane trusted)
        where TLane : struct, IIntLane<TLane>
    {
        TLane rest = TLane.Max(TLane.Splat(128) - Whole.Magnitude(difference), TLane.Splat(0)), square = (rest * rest) >> 8;
        return ((square * square * trusted) >> 8) + TLane.Splat(1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TLane Mean<TLane>(TLane sum, TLane weights)
        where TLane : struct, IIntLane<TLane> => Whole.WithSign(Whole.Quotient(Whole.Magnitude(sum) + (weights >> 1), weights, 15), sum);
}
