using SpikeData.Imaging;

namespace SpikeData.Pipelines.Tests;

/// <summary>The clip that the official scripts were run on: 417 frames of 32x24 pixels, named as XVFI leaves them.</summary>
static class GoldenClip
{
    public const string File = "blur/pipeline.npz";
    public const int Frames = 417, Height = 24, Width = 32, FrameBytes = Height * Width * 3;

    /// <summary>000323.png, 000323_000.png .. 000323_006.png, 000324.png, ...</summary>
    public static string NameOf(int frame) => frame % 8 == 0 ? $"{323 + frame / 8:D6}.png" : $"{323 + frame / 8:D6}_{frame % 8 - 1:D3}.png";

    public static byte[] Bgr() => Golden.Read<byte>(File, "source_bgr");

    /// <summary>Writes the first frames as pictures.</summary>
    public static void WriteTo(string folder, int frames = Frames)
    {
        Directory.CreateDirectory(folder);
        byte[] bgr = Bgr();
        for (int frame = 0; frame < frames; frame++)
            System.IO.File.WriteAllBytes(Path.Combine(folder, NameOf(frame)), Png.Color(bgr.AsSpan(frame * FrameBytes, FrameBytes), Height, Width));
    }

    /// <summary>Writes an even gray picture of the clip's size.</summary>
    public static void Write(string path, byte gray)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        byte[] bgr = new byte[FrameBytes];
        bgr.AsSpan().Fill(gray);
        System.IO.File.WriteAllBytes(path, Png.Color(bgr, Height, Width));
    }

    /// <summary>The pixels of a picture of the golden clip's size.</summary>
    public static byte[] Read(string path)
    {
        byte[] bgr = new byte[FrameBytes];
        PictureFile.Read(path, bgr, Height, Width);
        return bgr;
    }
}
