namespace SpikeData.Imaging;

/// <summary>What a PNG or JPEG file says about its pixels before they are decoded.</summary>
/// <param name="Width">In pixels, as stored.</param>
/// <param name="Height">In pixels, as stored.</param>
/// <param name="BitsPerChannel">1, 2, 4, 8 or 16 in PNG; 8 or 12 in JPEG.</param>
/// <param name="Orientation">How to turn the stored pixels: 1 to 8, 1 as they are.</param>
/// <param name="IsJpeg">Whether it is a JPEG file.</param>
/// <param name="IsWhole">False where the file visibly ends before its last part.</param>
/// <param name="Unread">Why files of this kind are not read, as the rest of a sentence; null where they are.</param>
readonly record struct PictureHeader(int Width, int Height, int BitsPerChannel, int Orientation, bool IsJpeg, bool IsWhole, string? Unread)
{
    public long Area => (long)Width * Height;

    /// <summary>The size of the decoded picture.</summary>
    public (int Height, int Width) Upright => SpikeData.Imaging.Orientation.Turns(Orientation) ? (Width, Height) : (Height, Width);

    /// <summary>Reads the header of a file; null when it is neither PNG nor JPEG, or ends inside its header.</summary>
    public static PictureHeader? Read(PictureBytes file)
    {
        Span<byte> begin = stackalloc byte[PngHeader.Signature.Length];
        if (file.TryRead(0, begin) && begin.SequenceEqual(PngHeader.Signature)) return PngHeader.Read(file);
        return file.TryRead(0, begin[..3]) && begin[..3].SequenceEqual(JpegHeader.Signature) ? JpegHeader.Read(file) : null;
    }
}
