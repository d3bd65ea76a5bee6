using System.Text.Json.Nodes;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Latent frames kept as they are, the truth that deblurring is measured against.</summary>
/// <param name="exposures">The exposures.</param>
/// <param name="frames">How many frames are kept of each: the middle one, or an even spread from the first to the last.</param>
public sealed class SharpImages(Exposures exposures, int frames) : IProduct
{
    public string Kind => "sharp";

    public Exposures Exposures { get; } = exposures;

    /// <summary>How many frames are kept of each exposure.</summary>
    public int Frames { get; } = frames;

    public JsonObject Facts => new()
    {
        ["width"] = Exposures.Clip.Size.Width,
        ["height"] = Exposures.Clip.Size.Height,
        ["framesPerExposure"] = Frames,
        ["framesAfterBeginning"] = new JsonArray([.. Offsets.Select(offset => JsonValue.Create(offset))]),
    };

    /// <summary>How many frames after the beginning of an exposure the kept ones come.</summary>
    public IEnumerable<int> Offsets => Enumerable.Range(0, Exposures.Frames).Where(Keeps);

    /// <summary>An exposure that breaks off has those that the clip reaches.</summary>
    public bool IsWithin(int frames, int exposure) => Exposures.First(exposure) + Offsets.First() < frames;

    public long EstimateBytes(double bytesPerPixel) => (long)(bytesPerPixel * Exposures.Clip.Size.Height * Exposures.Clip.Size.Width * Frames);

    public IRecorder Record(ISampleWriter writer) => new Recorder(this, writer);

    bool Keeps(int offset) => Frames == 1
        ? offset == Exposures.Middle(0)
        : offset < Exposures.Frames && offset % Exposures.Step(Frames) == 0;

    /// <summary>Writes frames as they pass, whether or not the clip lasts to the end of their exposure.</summary>
    sealed class Recorder(SharpImages images, ISampleWriter writer) : IRecorder
    {
        public void Take(Frame frame, int index)
        {
            Exposures exposures = images.Exposures;
            if (!images.Keeps(exposures.Offset(index))) return;
            writer.Write("sharp", exposures.At(index), exposures.Number(index), ".png", HostBytes.Picture(frame.Pixels, frame.Height, frame.Width));
        }

        public void Dispose()
        {
        }
    }
}
