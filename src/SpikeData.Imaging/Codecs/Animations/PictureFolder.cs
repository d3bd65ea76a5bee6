namespace SpikeData.Imaging;

/// <summary>A folder of PNG files, each under its number; the folder appears when all are written.</summary>
sealed class PictureFolder : Animation
{
    readonly string draft;

    public PictureFolder(string path, AnimationFormat format)
        : base(path, format)
    {
        draft = path.TrimEnd('/', System.IO.Path.DirectorySeparatorChar) + ".draft";
        Dispose();
        Directory.CreateDirectory(draft);
    }

    public override void Finish()
    {
        Directory.CreateDirectory(Path);
        foreach (string file in Directory.GetFiles(draft))
            File.Move(file, System.IO.Path.Combine(Path, System.IO.Path.GetFileName(file)), overwrite: true);
    }

    public override void Dispose()
    {
        if (Directory.Exists(draft)) Directory.Delete(draft, recursive: true);
    }

    private protected override void Write(ReadOnlySpan<byte> picture, long number)
    {
        byte[] png = Format.IsGray ? Png.Gray(picture, Format.Height, Format.Width) : Png.Color(picture, Format.Height, Format.Width);
        File.WriteAllBytes(System.IO.Path.Combine(draft, $"{number:D6}.png"), png);
    }
}
