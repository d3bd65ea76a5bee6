using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Finds where each patch of one frame has gone in the other: inverse compositional search (Kroeger et al., ECCV 2016) on one level of a pyramid.</summary>
/// <remarks>
/// It begins at the best of five displacements of the coarser level, at the patch and around it, and takes Gauss-Newton steps as
/// long as they help. Patches are compared after their mean brightness is taken off. Run over the rows and columns of patches.
/// </remarks>
/// <param name="slopes">The frame with the patches: packed brightness and slopes, [height, width].</param>
/// <param name="other">The brightness of the other frame, [height, width].</param>
/// <param name="coarse">Packed displacements of the coarser level.</param>
/// <param name="patches">Packed displacements of the patches, [rows, columns].</param>
/// <param name="trust">How well they fit, 1 to 256, [rows, columns].</param>
/// <param name="height">Rows of the frames.</param>
/// <param name="width">Columns of the frames.</param>
/// <param name="coarseHeight">Rows of the coarser level.</param>
/// <param name="coarseWidth">Columns of the coarser level.</param>
public readonly struct SearchPatches(
    View<int> slopes, View<int> other, View<int> coarse, View<int> patches, View<int> trust, int height, int width, int coarseHeight, int coarseWidth)
    : IExactKernel
{
    const int Steps = 4;

    /// <summary>How far around the patch the coarser level is asked, in its pixels.</summary>
    const int Around = 4;

    /// <summary>The mean squared error, in sixteenths of a squared level, at which a patch counts half.</summary>
    const int HalfTrust = 800;

    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        int y = Math.Min(row * PatchGrid.Stride, PatchGrid.Last(height));
        TLane x = TLane.Min(TLane.Ramp(column) * TLane.Splat(PatchGrid.Stride), TLane.Splat(PatchGrid.Last(width)));
        Patch<TLane> patch = new(slopes, x, y, height, width);
        Match<TLane> best = Start(patch, x, y, 0, 0);
        best = best.Or(Start(patch, x, y, -Around, 0)).Or(Start(patch, x, y, Around, 0));
        best = best.Or(Start(patch, x, y, 0, -Around)).Or(Start(patch, x, y, 0, Around));
        for (int step = 0; step < Steps; step++)
        {
            TLane across = Displacement.Limit(best.Across + patch.Normal.StepAcross(best)), down = Displacement.Limit(best.Down + patch.Normal.StepDown(best));
            best = best.Or(patch.At(other, across, down));
        }

        int at = row * PatchGrid.Count(width) + column;
        TLane.Store(patches, at, Displacement.Pack(best.Across, best.Down));
        TLane half = TLane.Splat(HalfTrust), error = (best.Error >> 6) + half;
        TLane.Store(trust, at, TLane.Max(Whole.Quotient(half << 8, error, 9), TLane.Splat(1)));
    }

    /// <summary>The patch at the displacement that the coarser level has at a place near it.</summary>
    Match<TLane> Start<TLane>(Patch<TLane> patch, TLane x, int y, int right, int down)
        where TLane : struct, IIntLane<TLane>
    {
        const int middle = PatchGrid.Size / 2;
        TLane column = Whole.Clamp(((x + TLane.Splat(middle)) >> 1) + TLane.Splat(right), 0, coarseWidth - 1);
        int row = Math.Min(Math.Max(((y + middle) >> 1) + down, 0), coarseHeight - 1);
        TLane start = TLane.Gather(coarse, column + TLane.Splat(row * coarseWidth));
        return patch.At(other, Displacement.Limit(Displacement.Across(start) << 1), Displacement.Limit(Displacement.Down(start) << 1));
    }
}
