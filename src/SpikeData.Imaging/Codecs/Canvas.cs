using System.Runtime.InteropServices;
using OpenCvSharp;

namespace SpikeData.Imaging;

/// <summary>A sheet of white paper on which pictures and words are put, for people to look at.</summary>
public sealed class Canvas : IDisposable
{
    readonly Mat paper;

    /// <param name="height">In pixels.</param>
    /// <param name="width">In pixels.</param>
    public Canvas(int height, int width)
    {
        OpenCv.Load();
        paper = new(height, width, MatType.CV_8UC3, Scalar.White);
    }

    /// <summary>Puts a color picture into a frame of another size.</summary>
    /// <param name="bgr">[height, width, 3] bytes, blue, green, red.</param>
    /// <param name="height">Rows of the picture.</param>
    /// <param name="width">Columns of the picture.</param>
    /// <param name="frame">Where it goes.</param>
    public void PutColor(ReadOnlySpan<byte> bgr, int height, int width, PaperFrame frame) => Put(bgr, height, width, MatType.CV_8UC3, frame);

    /// <summary>Puts a gray picture into a frame of another size.</summary>
    /// <param name="gray">[height, width] bytes.</param>
    /// <inheritdoc cref="PutColor"/>
    public void PutGray(ReadOnlySpan<byte> gray, int height, int width, PaperFrame frame) => Put(gray, height, width, MatType.CV_8UC1, frame);

    /// <summary>Draws a thin red line from top to bottom of a frame.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="share">How far from its left edge, from 0 to 1.</param>
    public void MarkColumn(PaperFrame frame, double share)
    {
        int x = frame.X + (int)(share * frame.Width);
        paper.Line(x, frame.Y, x, frame.Y + frame.Height - 1, new Scalar(60, 60, 220));
    }

    /// <summary>Draws a blue line through points of a frame.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="points">Shares of its width from the left and of its height from below, each from 0 to 1.</param>
    public void Trace(PaperFrame frame, IEnumerable<(double Across, double Up)> points)
    {
        Point[] corners = [.. points.Select(point => new Point(frame.X + point.Across * (frame.Width - 1), frame.Y + (1 - point.Up) * (frame.Height - 1)))];
        if (corners.Length > 1) paper.Polylines([corners], false, new Scalar(180, 100, 30), 2, LineTypes.AntiAlias);
    }

    /// <summary>Draws the edges of a frame.</summary>
    public void Outline(PaperFrame frame) => paper.Rectangle(new Rect(frame.X, frame.Y, frame.Width, frame.Height), new Scalar(200, 200, 200));

    /// <summary>Writes one line of words; letters outside of ASCII become question marks.</summary>
    /// <param name="words">The words.</param>
    /// <param name="x">The left edge.</param>
    /// <param name="baseline">The line they stand on.</param>
    /// <param name="height">Of a capital letter, in pixels.</param>
    public void Write(string words, int x, int baseline, int height)
    {
        const double CapitalHeight = 21;
        if (words.Length == 0) return;
        string plain = string.Concat(words.Select(letter => char.IsAscii(letter) ? letter : '?'));
        paper.PutText(plain, new(x, baseline), HersheyFonts.HersheySimplex, height / CapitalHeight, new Scalar(40, 40, 40), 1, LineTypes.AntiAlias);
    }

    /// <summary>The sheet as a PNG file.</summary>
    public byte[] ToPng() => Png.Color(MemoryMarshal.AsBytes(paper.AsSpan<Vec3b>()), paper.Height, paper.Width);

    public void Dispose() => paper.Dispose();

    unsafe void Put(ReadOnlySpan<byte> pixels, int height, int width, MatType type, PaperFrame frame)
    {
        fixed (byte* source = pixels[..checked(height * width * type.Channels)])
        {
            using Mat picture = Mat.FromPixelData(height, width, type, (nint)source);
            using Mat color = type.Channels == 1 ? picture.CvtColor(ColorConversionCodes.GRAY2BGR) : picture.Clone();
            using Mat place = paper[new Rect(frame.X, frame.Y, frame.Width, frame.Height)];
            bool shrinks = frame.Width < width;
            Cv2.Resize(color, place, new(frame.Width, frame.Height), interpolation: shrinks ? InterpolationFlags.Area : InterpolationFlags.Nearest);
        }
    }
}
