using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Finds where each patch of one frame has gone in the other: inverse compositional search (Kroeger et al., ECCV 2016) on one level of a pyramid.</summary>
/// <remarks>
/// It tries displacements of the coarser level, at the patch and around it, and takes Gauss-Newton steps from the best as long as they
/// help. Patches are compared after their mean brightness is taken off. Run over the rows and columns of patches.
/// </remarks>
/// <param name="slopes">The frame with the patches: packed brightness and slopes.</param>
/// <param name="other">The packed neighbors of the other frame, with their apron.</param>
/// <param name="coarse">Packed displacements of the coarser level, laid out with an apron.</param>
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
    const int Starts = 5, Steps = 4;

    /// <summary>How far around the patch the coarser level is asked, in its pixels.</summary>
    const int Around = 4;

    /// <summary>The mean squared error, in sixteenths of a squared level, at which a patch counts half.</summary>
    const int HalfTrust = 800;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        PatchGrid grid = new(height, width);
        Apron apron = new(height, width);
        Patch<TLane> patch = new(slopes, grid, row, column);
        TLane none = TLane.Splat(0);
        Match<TLane> best = new(none, none, TLane.Splat(int.MaxValue), none, none);
        for (int trial = 0; trial < Starts + Steps; trial++)
        {
            TLane across, down;
            if (trial < Starts)
            {
                TLane start = Start<TLane>(row, column, trial);
                (across, down) = (Displacement.Across(start) << 1, Displacement.Down(start) << 1);
            }
            else
            {
                (across, down) = (best.Across + patch.Normal.StepAcross(best), best.Down + patch.Normal.StepDown(best));
            }

            best = best.Or(patch.At(other, apron, Displacement.Limit(across), Displacement.Limit(down)));
        }

        int at = row * grid.Columns + column;
        TLane.Store(patches, at, Displacement.Pack(best.Across, best.Down));
        TLane half = TLane.Splat(HalfTrust), error = (best.Error >> 6) + half;
        TLane.Store(trust, at, TLane.Max(Whole.Quotient(half << 8, error, 9), TLane.Splat(1)));
    }

    /// <summary>The displacement that the coarser level has at the middle of the patch, or, at later trials, off it toward one of the corners.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TLane Start<TLane>(int patchRow, int patchColumn, int trial)
        where TLane : struct, IIntLane<TLane>
    {
        const int middle = PatchGrid.Size / 4;
        int right = trial == 0 ? 0 : trial % 2 == 1 ? -Around : Around, down = trial == 0 ? 0 : trial is 1 or 4 ? -Around : Around;
        TLane column = Whole.Clamp((TLane.Ramp(patchColumn) << 1) + TLane.Splat(middle + right), 0, coarseWidth - 1);
        int row = Whole.Clamp(patchRow * 2 + middle + down, 0, coarseHeight - 1);
        return TLane.Gather(coarse, column + TLane.Splat(new Apron(coarseHeight, coarseWidth).Start(row)));
    }
}
