using OpenCvSharp;
using System.Text.Json.Nodes;
using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Calibration;

/// <summary>The pictures of a rig as they would look on the spike camera's sensor, on a finer grid: the blurry images of a real data set.</summary>
/// <param name="recording">The recording.</param>
/// <param name="grid">The grid on the spike sensor.</param>
/// <param name="format">What files they become.</param>
public sealed class RectifiedPictures(SynchronisedRecording recording, SpikeGrid grid, PictureFormat format = PictureFormat.Png) : IProduct
{
    const int JpegQuality = 95;

    readonly Lazy<WarpMap> map = new(grid.Map);

    public SynchronisedRecording Recording { get; } = recording;

    public SpikeGrid Grid { get; } = grid;

    /// <summary>What files they become.</summary>
    public PictureFormat Format { get; } = format;

    public string Kind => "blur";

    /// <summary>Every picture is one exposure.</summary>
    public Exposures Exposures { get; } = new(recording.Recording.Pictures, 1, 0);

    public JsonObject Facts => new()
    {
        ["width"] = Grid.Width,
        ["height"] = Grid.Height,
        ["framesPerExposure"] = 1,
        ["exposureTicks"] = Recording.Clock.ExposureTicks,
        ["ticksPerPicture"] = Recording.Clock.TicksPerPicture,
        ["framePixelsPerSpikePixel"] = Grid.Scale,
        ["depth"] = Grid.Scene?.Depth,
        ["slopeRight"] = Grid.Scene?.SlopeRight,
        ["slopeDown"] = Grid.Scene?.SlopeDown,
        ["linear"] = Recording.Recording.Tone is not null,
        ["coverage"] = Math.Round(map.Value.Coverage, 4),
    };

    public long EstimateBytes(double bytesPerPixel) => (long)(bytesPerPixel * Grid.Width * Grid.Height);

    public IRecorder Record(ISampleWriter writer) => new Recorder(this, writer);

    sealed class Recorder(RectifiedPictures pictures, ISampleWriter writer) : IRecorder
    {
        readonly Device device = pictures.Exposures.Clip.Workspace.Device;
        readonly FramePool pool = new(pictures.Exposures.Clip.Workspace.Device, pictures.Grid.Height, pictures.Grid.Width, 1);
        readonly PictureWarp warp = new(
            pictures.Exposures.Clip.Workspace.Device, pictures.map.Value, pictures.Exposures.Clip.Size.Height, pictures.Exposures.Clip.Size.Width);

        readonly bool isJpeg = pictures.Format == PictureFormat.Jpg;
        readonly byte[]? linear = pictures.Recording.Recording.Tone?.Linear();

        public void Take(Frame frame, int index)
        {
            using Frame warped = pool.Lease();
            warp.Warp(frame, warped);
            device.Synchronize();
            HostBytes picture = isJpeg ? Jpeg(warped) : HostBytes.Picture(warped.Pixels, warped.Height, warped.Width);
            if (linear is not null)
                foreach (ref byte code in picture.Span) code = linear[code];
            writer.Write("blur", index, index, isJpeg ? ".jpg" : ".png", picture);
        }

        static HostBytes Jpeg(Frame frame)
        {
            (int height, int width) = (frame.Height, frame.Width);
            HostBytes picture = new(height * width * 3, (target, pixels) => target.Write(Encode(pixels.Span, height, width)));
            frame.Pixels.Download(picture.Span);
            return picture;
        }

        static unsafe byte[] Encode(ReadOnlySpan<byte> bgr, int height, int width)
        {
            OpenCv.Load();
            fixed (byte* pixels = bgr)
            {
                using Mat picture = Mat.FromPixelData(height, width, MatType.CV_8UC3, (nint)pixels);
                Cv2.ImEncode(".jpg", picture, out byte[] file, [(int)ImwriteFlags.JpegQuality, JpegQuality]);
                return file;
            }
        }

        public void Dispose()
        {
            warp.Dispose();
            pool.Dispose();
        }
    }
}
