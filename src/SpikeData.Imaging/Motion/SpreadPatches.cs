using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Gives every pixel the mean displacement of the patches over it, each weighted by how well it explains this pixel and its whole patch. Run over the rows and columns.</summary>
/// <param name="brightness">The frame of the patches, [height, width].</param>
/// <param name="other">The frame they went to, [height, width].</param>
/// <param name="patches">Packed displacements of the patches.</param>
/// <param name="trust">How well they fit, 1 to 256.</param>
/// <param name="field">The packed displacement of each pixel, [height, width].</param>
/// <param name="height">Rows of the frames.</param>
/// <param name="width">Columns of the frames.</param>
public readonly struct SpreadPatches(
    View<int> brightness, View<int> other, View<int> patches, View<int> trust, View<int> field, int height, int width) : IExactKernel
{
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        int at = row * width + column, columns = PatchGrid.Count(width);
        TLane x = TLane.Ramp(column), own = TLane.Load(brightness, at);
        TLane across = TLane.Splat(0), down = across, weights = across;
        for (int up = 0; up < PatchGrid.Size / PatchGrid.Stride; up++)
        for (int back = 0; back < PatchGrid.Size / PatchGrid.Stride; back++)
        {
            int patchRow = Math.Min(Math.Max(row / PatchGrid.Stride - up, 0), PatchGrid.Count(height) - 1);
            TLane patch = Whole.Clamp((x >> 2) - TLane.Splat(back), 0, columns - 1) + TLane.Splat(patchRow * columns);
            TLane move = TLane.Gather(patches, patch), right = Displacement.Across(move), below = Displacement.Down(move);
            TLane weight = Weight(own, x, row, right, below, TLane.Gather(trust, patch));
            across += weight * right;
            down += weight * below;
            weights += weight;
        }

        TLane.Store(field, at, Displacement.Pack(Mean(across, weights), Mean(down, weights)));
    }

    /// <summary>1 / (1 + d^2) of the difference d in levels, times the trust; 12 bits.</summary>
    TLane Weight<TLane>(TLane own, TLane x, int row, TLane across, TLane down, TLane trusted)
        where TLane : struct, IIntLane<TLane>
    {
        TLane y = TLane.Splat(row << Displacement.FractionBits) + down;
        TLane seen = new Plane(other, height, width).Between((x << Displacement.FractionBits) + across, y);
        TLane difference = TLane.Min(Whole.Magnitude(seen - own), TLane.Splat(255));
        TLane fit = Whole.Quotient(TLane.Splat(1 << 16), difference * difference + TLane.Splat(16), 13);
        return ((fit * trusted) >> 8) + TLane.Splat(1);
    }

    static TLane Mean<TLane>(TLane sum, TLane weights)
        where TLane : struct, IIntLane<TLane> => Whole.WithSign(Whole.Quotient(Whole.Magnitude(sum) + (weights >> 1), weights, 15), sum);
}
