using OpenCvSharp;
using SpikeData.Imaging;

namespace SpikeData.Calibration;

/// <summary>A picture as it stands inside a page: a JPEG written out as text.</summary>
static class ReportPicture
{
    const int Quality = 80, WidestPicture = 800;

    static readonly int[] Settings = [(int)ImwriteFlags.JpegQuality, Quality];

    public static unsafe string DataUri(GrayPicture picture)
    {
        OpenCv.Load();
        fixed (byte* pixels = picture.Pixels)
        {
            using Mat whole = Mat.FromPixelData(picture.Height, picture.Width, MatType.CV_8UC1, (nint)pixels);
            double scale = Math.Min(1, (double)WidestPicture / picture.Width);
            using Mat small = scale < 1 ? whole.Resize(default, scale, scale, InterpolationFlags.Area) : whole.Clone();
            Cv2.ImEncode(".jpg", small, out byte[] file, Settings);
            return "data:image/jpeg;base64," + Convert.ToBase64String(file);
        }
    }
}
