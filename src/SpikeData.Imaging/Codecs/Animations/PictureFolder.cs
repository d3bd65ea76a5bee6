namespace SpikeData.Imaging;

/// <summary>A folder of PNG files, each under its number; the folder appears when all are written.</summary>
sealed class PictureFolder : Animation
{
    readonly Draft draft;

    public PictureFolder(string path, AnimationFormat format)
        : base(path, format)
    {
        draft = new(path);
        Disk.MakeFolder(draft.Content);
    }

    public override void Finish() => draft.Publish();

    public override void Dispose() => draft.Dispose();

    private protected override void Write(ReadOnlySpan<byte> picture, long number)
    {
        byte[] png = Format.IsGray ? Png.Gray(picture, Format.Height, Format.Width) : Png.Color(picture, Format.Height, Format.Width);
        File.WriteAllBytes(System.IO.Path.Combine(draft.Content, $"{number:D6}.png"), png);
    }
}
