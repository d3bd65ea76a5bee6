using System.Text.Json.Nodes;
using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>One blurry image per exposure: the mean of its frames, B = (1/T) integral of L(t) dt.</summary>
public sealed class BlurryImages(Exposures exposures) : IProduct
{
    public string Kind => "blur";

    public Exposures Exposures { get; } = exposures;

    public JsonObject Facts => new()
    {
        ["width"] = Exposures.Clip.Size.Width,
        ["height"] = Exposures.Clip.Size.Height,
        ["framesPerExposure"] = Exposures.Frames,
        ["framesBetweenExposures"] = Exposures.Skip,
    };

    public IRecorder Record(ISampleWriter writer) => new Recorder(Exposures, writer);

    sealed class Recorder(Exposures exposures, ISampleWriter writer) : IRecorder
    {
        readonly FrameSize size = exposures.Clip.Size;
        readonly Exposure shutter = new(exposures.Clip.Workspace.Device, exposures.Clip.Size.Height, exposures.Clip.Size.Width);
        readonly Buffer<byte> mean = exposures.Clip.Workspace.Device.Allocate<byte>(exposures.Clip.Size.Height * exposures.Clip.Size.Width * 3);

        public void Take(Frame frame, int index)
        {
            int offset = exposures.Offset(index);
            if (offset >= exposures.Frames) return;
            if (offset == 0) shutter.Open();
            shutter.Add(frame);
            if (offset == exposures.Frames - 1) Close(exposures.At(index));
        }

        public void Dispose()
        {
            shutter.Dispose();
            mean.Dispose();
        }

        void Close(int exposure)
        {
            shutter.Average(mean);
            writer.Write("blur", exposure, exposures.Number(exposures.Middle(exposure)), ".png", HostBytes.Picture(mean, size.Height, size.Width));
        }
    }
}
