using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>A square of one frame that is looked for in the other.</summary>
/// <remarks>Sums over the patch keep 27 bits: 64 products of numbers of 10 bits.</remarks>
readonly struct Patch<TLane>
    where TLane : struct, IIntLane<TLane>
{
    readonly View<int> slopes;
    readonly PatchGrid grid;
    readonly int row, column;
    readonly TLane meanAcross, meanDown;

    /// <param name="slopes">The frame: packed brightness and slopes.</param>
    /// <param name="grid">How they are laid out.</param>
    /// <param name="row">The patch's row in the grid.</param>
    /// <param name="column">Its column.</param>
    public Patch(View<int> slopes, PatchGrid grid, int row, int column)
    {
        (this.slopes, this.grid, this.row, this.column) = (slopes, grid, row, column);
        TLane across = TLane.Splat(0), down = across, xx = across, xy = across, yy = across;
        for (int x = 0; x < PatchGrid.Size; x++)
        for (int y = 0; y < PatchGrid.Size; y++)
        {
            TLane word = TLane.Load(slopes, grid.Run(row, x) + column + y * grid.RowLength), right = PackSlopes.Across(word), below = PackSlopes.Down(word);
            across += right;
            down += below;
            xx += right * right;
            xy += right * below;
            yy += below * below;
        }

        meanAcross = Eighth(across);
        meanDown = Eighth(down);
        Normal = new(xx - meanAcross * meanAcross, xy - meanAcross * meanDown, yy - meanDown * meanDown);
    }

    public NormalMatrix<TLane> Normal { get; }

    /// <summary>Compares the patch with the other frame at a displacement.</summary>
    /// <param name="other">The other frame's packed neighbors.</param>
    /// <param name="apron">How they are laid out.</param>
    /// <param name="across">To the right.</param>
    /// <param name="down">Down.</param>
    public Match<TLane> At(View<int> other, Apron apron, TLane across, TLane down)
    {
        TLane x = (TLane.Ramp(column) << 7) + across, y = TLane.Splat(row << 7) + down;
        TLane part = TLane.Splat(Displacement.Pixel - 1), partX = x & part, partY = y & part, corner = apron.Index(x, y);
        TLane sum = TLane.Splat(0), squares = sum, slopeAcross = sum, slopeDown = sum;
        for (int right = 0; right < PatchGrid.Size; right++)
        {
            int run = grid.Run(row, right) + column;
            TLane place = corner + TLane.Splat(right), above = Neighbors.Between(TLane.Gather(other, place), partX);
            for (int below = 0; below < PatchGrid.Size; below++)
            {
                place += TLane.Splat(apron.Stride);
                TLane next = Neighbors.Between(TLane.Gather(other, place), partX), word = TLane.Load(slopes, run + below * grid.RowLength);
                TLane sample = ((above << Displacement.FractionBits) + (next - above) * partY + TLane.Splat(1 << 9)) >> 10;
                TLane difference = sample - PackSlopes.Brightness(word);
                sum += difference;
                squares += difference * difference;
                slopeAcross += difference * PackSlopes.Across(word);
                slopeDown += difference * PackSlopes.Down(word);
                above = next;
            }
        }

        TLane mean = Eighth(sum);
        return new(across, down, squares - mean * mean, slopeAcross - mean * meanAcross, slopeDown - mean * meanDown);
    }

    /// <summary>A sum over the patch, divided by the root of its number of pixels: the product of two such is the sum of products of the means.</summary>
    static TLane Eighth(TLane sum) => (sum + TLane.Splat(PatchGrid.Size / 2)) >> 3;
}
