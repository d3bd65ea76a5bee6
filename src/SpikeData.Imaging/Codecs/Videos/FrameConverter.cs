namespace SpikeData.Imaging;

/// <summary>Turns decoded frames of one size and form into rows of blue, green, red.</summary>
sealed class FrameConverter
{
    readonly PixelLayout layout;
    readonly int height, width, chromaWidth, chromaHeight;
    readonly ConvertRow? convert;
    readonly ChromaPosition down;
    readonly ushort[][] samples;
    readonly ChromaPlane? u, v;
    readonly byte[] row;

    /// <param name="layout">How samples lie.</param>
    /// <param name="colors">What they mean; not needed where they are red, green and blue.</param>
    /// <param name="height">Of the frame.</param>
    /// <param name="width">Of the frame.</param>
    public FrameConverter(PixelLayout layout, VideoColors? colors, int height, int width)
    {
        (this.layout, this.height, this.width) = (layout, height, width);
        row = new byte[ConvertRow.ByteRoom(width)];
        samples = [.. Enumerable.Range(0, 3).Select(_ => new ushort[ConvertRow.LumaRoom(width)])];
        if (colors is null) return;
        (chromaWidth, chromaHeight) = (Shared(width, layout.ChromaAcross), Shared(height, layout.ChromaDown));
        ChromaPosition across = new(layout.IsGray ? 0 : layout.ChromaAcross, colors.IsCenteredAcross);
        convert = new(ColorEquation.Of(colors.Matrix, colors.Range, layout.Depth), across);
        down = new(layout.ChromaDown, colors.IsCenteredDown);
        (u, v) = (Chroma(1), Chroma(2));

        ChromaPlane Chroma(int component) =>
            layout.IsGray ? ChromaPlane.Neutral(width, layout.Depth) : new(layout, component, chromaWidth, chromaHeight);
    }

    /// <summary>Whether it fits another frame.</summary>
    public bool Fits(FrameView frame, PixelLayout itsLayout) => itsLayout.Name == layout.Name && (frame.Height, frame.Width) == (height, width);

    /// <param name="frame">The frame.</param>
    /// <param name="bgr">Receives [height, width, 3] bytes, rows top-down.</param>
    public void Convert(FrameView frame, Span<byte> bgr)
    {
        u?.Begin();
        v?.Begin();
        for (int y = 0; y < height; y++)
        {
            Span<byte> target = bgr.Slice(3 * width * y, 3 * width);
            if (layout.HasPalette) FromPalette(frame, y, target);
            else if (layout.IsRgb) FromRgb(frame, y, target);
            else FromLuma(frame, y, target);
        }
    }

    static int Shared(int side, int subsampling) => (side + (1 << subsampling) - 1) >> subsampling;

    void FromLuma(FrameView frame, int y, Span<byte> target)
    {
        layout.Read(frame, 0, y, samples[0].AsSpan(0, width));
        (int before, int eighths) = down.Of(y);
        convert!.Execute(samples[0], u!.At(frame, before, eighths), v!.At(frame, before, eighths), row, width);
        row.AsSpan(0, target.Length).CopyTo(target);
    }

    void FromRgb(FrameView frame, int y, Span<byte> target)
    {
        for (int component = 0; component < 3; component++) layout.Read(frame, component, y, samples[component].AsSpan(0, width));
        (ushort[] red, ushort[] green, ushort[] blue) = (samples[0], samples[1], samples[2]);
        for (int x = 0, at = 0; x < width; x++, at += 3) (target[at], target[at + 1], target[at + 2]) = ((byte)blue[x], (byte)green[x], (byte)red[x]);
    }

    unsafe void FromPalette(FrameView frame, int y, Span<byte> target)
    {
        var indices = new ReadOnlySpan<byte>((byte*)frame.Plane(0) + ((long)y * frame.Stride(0)), width);
        var colors = new ReadOnlySpan<uint>((void*)frame.Plane(1), 256);
        for (int x = 0, at = 0; x < width; x++, at += 3)
        {
            uint color = colors[indices[x]];
            (target[at], target[at + 1], target[at + 2]) = ((byte)color, (byte)(color >> 8), (byte)(color >> 16));
        }
    }
}
