namespace SpikeData.Imaging;

/// <summary>A clip that is kept as one PNG or JPEG file per frame.</summary>
/// <param name="files">The files in time order, as <see cref="FrameOrder"/> finds it. At least one.</param>
public sealed class PictureReader(IReadOnlyList<string> files) : IFrameReader
{
    readonly (int Height, int Width) size = PictureFile.Measure(files[0]);
    int next;

    public int Height => size.Height;

    public int Width => size.Width;

    public int? Count => files.Count;

    public bool TryRead(Span<byte> bgr)
    {
        if (next == files.Count) return false;
        PictureFile.Read(files[next], bgr, Height, Width);
        next++;
        return true;
    }

    public int Skip(int frames)
    {
        int skipped = Math.Min(frames, files.Count - next);
        next += skipped;
        return skipped;
    }

    public void Dispose()
    {
    }
}
