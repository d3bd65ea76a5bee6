namespace SpikeData.Training;

/// <summary>Where pixels lie in a buffer: pixel (x, y) of an image begins at <c>Start + image * Image + y * Row + x * Pixel</c>.</summary>
/// <remarks>Crops, flips, transpositions, strides and channel ranges are other grids on the same buffer.</remarks>
readonly record struct PixelGrid(int Start, int Image, int Row, int Pixel)
{
    /// <summary>The grid of a tensor.</summary>
    public static PixelGrid Of(Shape shape) => new(0, shape.Height * shape.Width * shape.Channels, shape.Width * shape.Channels, shape.Channels);

    /// <summary>Where pixel (x, y) of an image begins.</summary>
    public long At(int image, int y, int x) => Start + (long)image * Image + (long)y * Row + (long)x * Pixel;

    /// <summary>The grid whose pixel (0, 0) is this grid's pixel (x, y).</summary>
    public PixelGrid From(int y, int x) => this with { Start = Start + y * Row + x * Pixel };

    /// <summary>The grid that begins with a later image.</summary>
    public PixelGrid FromImage(int image) => this with { Start = Start + image * Image };

    /// <summary>The grid that begins with a later channel.</summary>
    public PixelGrid FromChannel(int channel) => this with { Start = Start + channel };

    /// <summary>Every <paramref name="stride"/>-th row and column.</summary>
    public PixelGrid Every(int stride) => this with { Row = Row * stride, Pixel = Pixel * stride };

    /// <summary>Rows become columns.</summary>
    public PixelGrid Transposed => this with { Row = Pixel, Pixel = Row };

    /// <summary>The last row comes first.</summary>
    public PixelGrid FlippedRows(int height) => this with { Start = Start + (height - 1) * Row, Row = -Row };

    /// <summary>The last column comes first.</summary>
    public PixelGrid FlippedColumns(int width) => this with { Start = Start + (width - 1) * Pixel, Pixel = -Pixel };
}
