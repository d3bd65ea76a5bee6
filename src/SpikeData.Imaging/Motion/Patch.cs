using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>A square of one frame that is looked for in the other.</summary>
/// <remarks>Sums over the patch keep 27 bits: 64 products of numbers of 10 bits.</remarks>
readonly struct Patch<TLane>
    where TLane : struct, IIntLane<TLane>
{
    readonly View<int> slopes;
    readonly int y, height, width;
    readonly TLane x, meanAcross, meanDown;

    /// <param name="slopes">The frame: packed brightness and slopes.</param>
    /// <param name="x">The first column.</param>
    /// <param name="y">The first row.</param>
    /// <param name="height">Rows of the frame.</param>
    /// <param name="width">Columns of the frame.</param>
    public Patch(View<int> slopes, TLane x, int y, int height, int width)
    {
        (this.slopes, this.x, this.y, this.height, this.width) = (slopes, x, y, height, width);
        TLane across = TLane.Splat(0), down = across, xx = across, xy = across, yy = across;
        for (int row = 0; row < PatchGrid.Size; row++)
        for (int column = 0; column < PatchGrid.Size; column++)
        {
            TLane word = Word(row, column), right = PackSlopes.Across(word), below = PackSlopes.Down(word);
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
    public Match<TLane> At(View<int> other, TLane across, TLane down)
    {
        TLane placeX = (x << Displacement.FractionBits) + across, placeY = TLane.Splat(y << Displacement.FractionBits) + down;
        TLane part = TLane.Splat(Displacement.Pixel - 1), partX = placeX & part, partY = placeY & part;
        TLane firstX = placeX >> Displacement.FractionBits, firstY = placeY >> Displacement.FractionBits;
        TLane sum = TLane.Splat(0), squares = sum, slopeAcross = sum, slopeDown = sum;
        for (int column = 0; column < PatchGrid.Size; column++)
        {
            TLane left = Whole.Clamp(firstX + TLane.Splat(column), 0, width - 1), next = Whole.Clamp(firstX + TLane.Splat(column + 1), 0, width - 1);
            TLane above = Mix(other, firstY, left, next, partX);
            for (int row = 0; row < PatchGrid.Size; row++)
            {
                TLane below = Mix(other, firstY + TLane.Splat(row + 1), left, next, partX);
                TLane sample = ((above << Displacement.FractionBits) + (below - above) * partY + TLane.Splat(1 << 9)) >> 10;
                TLane word = Word(row, column), difference = sample - PackSlopes.Brightness(word);
                sum += difference;
                squares += difference * difference;
                slopeAcross += difference * PackSlopes.Across(word);
                slopeDown += difference * PackSlopes.Down(word);
                above = below;
            }
        }

        TLane mean = Eighth(sum);
        return new(across, down, squares - mean * mean, slopeAcross - mean * meanAcross, slopeDown - mean * meanDown);
    }

    /// <summary>A sum over the patch, divided by the root of its number of pixels: the product of two such is the sum of products of the means.</summary>
    static TLane Eighth(TLane sum) => (sum + TLane.Splat(PatchGrid.Size / 2)) >> 3;

    TLane Mix(View<int> other, TLane row, TLane left, TLane next, TLane part)
    {
        TLane start = Whole.Clamp(row, 0, height - 1) * TLane.Splat(width), value = TLane.Gather(other, start + left);
        return (value << Displacement.FractionBits) + (TLane.Gather(other, start + next) - value) * part;
    }

    TLane Word(int row, int column)
    {
        TLane place = TLane.Min(x + TLane.Splat(column), TLane.Splat(width - 1));
        return TLane.Gather(slopes, place + TLane.Splat(Math.Min(y + row, height - 1) * width));
    }
}
