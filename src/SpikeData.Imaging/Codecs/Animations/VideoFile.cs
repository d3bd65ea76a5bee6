using OpenCvSharp;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>A video file, encoded by the FFmpeg inside OpenCV. Odd sizes become even ones by repeating the last row and column.</summary>
sealed class VideoFile : Animation
{
    readonly Draft draft;
    readonly VideoWriter writer;
    readonly int bottom, right;

    /// <param name="path">The file.</param>
    /// <param name="format">Its pictures.</param>
    /// <param name="codec">Four letters. H.264 needs an encoder that the bundled library does not have.</param>
    /// <exception cref="SpikeDataException">SPIKE483: the file cannot be created, or the library has no such encoder.</exception>
    public VideoFile(string path, AnimationFormat format, string codec)
        : base(path, format)
    {
        OpenCv.Load();
        (bottom, right) = (format.Height % 2, format.Width % 2);
        draft = new(path);
        int letters = VideoWriter.FourCC(codec[0], codec[1], codec[2], codec[3]);
        writer = new(draft.Content, VideoCaptureAPIs.FFMPEG, letters, format.FramesPerSecond, new(format.Width + right, format.Height + bottom));
        if (writer.IsOpened()) return;
        Dispose();
        throw new SpikeDataException("SPIKE483",
            $"A video of {format.Width}x{format.Height} pixels cannot be written. Check the folder and its permissions, or write a .gif or a folder of pictures.")
        {
            File = path,
        };
    }

    public override void Finish()
    {
        writer.Release();
        draft.Publish();
    }

    public override void Dispose()
    {
        writer.Dispose();
        draft.Dispose();
    }

    private protected override unsafe void Write(ReadOnlySpan<byte> picture, long number)
    {
        fixed (byte* pixels = picture)
        {
            using Mat given = Mat.FromPixelData(Format.Height, Format.Width, Format.IsGray ? MatType.CV_8UC1 : MatType.CV_8UC3, (nint)pixels);
            using Mat color = Format.IsGray ? given.CvtColor(ColorConversionCodes.GRAY2BGR) : given.Clone();
            using Mat even = color.CopyMakeBorder(0, bottom, 0, right, BorderTypes.Replicate);
            writer.Write(even);
        }
    }
}
