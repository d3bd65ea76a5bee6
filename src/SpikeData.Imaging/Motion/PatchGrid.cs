namespace SpikeData.Imaging;

/// <summary>Square patches that cover a picture and overlap by half: 8 x 8 pixels, every 4 pixels, the last ones partly over the edge.</summary>
/// <remarks>
/// What patches look at is laid out for lanes: the same column of neighboring patches lies side by side. So a row of pixels is kept as four
/// runs, of the columns 0, 4, 8 ..., of 1, 5, 9 ..., and so on.
/// </remarks>
readonly struct PatchGrid(int height, int width)
{
    /// <summary>Pixels along a side of a patch.</summary>
    public const int Size = 8;

    /// <summary>Pixels from one patch to the next.</summary>
    public const int Stride = 4;

    public int Rows { get; } = Cover(height);

    public int Columns { get; } = Cover(width);

    public int Count => Rows * Columns;

    /// <summary>Runs of pixels that the patches cover.</summary>
    public int Runs => (Rows + 1) * Stride * Stride;

    /// <summary>Pixels in a run.</summary>
    public int RunLength => Columns + 1;

    /// <summary>From one row of pixels to the next.</summary>
    public int RowLength => RunLength * Stride;

    /// <summary>Where the pixels begin that the patches of a row have at the top of one of their columns.</summary>
    public int Run(int row, int column) => row * Stride * RowLength + column % Stride * RunLength + column / Stride;

    static int Cover(int pixels) => Math.Max(0, pixels - Size + Stride - 1) / Stride + 1;
}
