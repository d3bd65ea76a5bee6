using System.Text.Json.Nodes;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>One blurry image per exposure: the mean of its frames, B = (1/T) integral of L(t) dt.</summary>
/// <remarks>Where a rolling shutter needs frames from before or behind an exposure that the clip does not have, that one has no image.</remarks>
public sealed class BlurryImages(Exposures exposures, SynthesizeBlur parameters) : IProduct
{
    public string Kind => "blur";

    public Exposures Exposures { get; } = exposures;

    /// <summary>The camera.</summary>
    public SynthesizeBlur Parameters { get; } = parameters;

    /// <summary>Rows of an image.</summary>
    public int Height => Exposures.Clip.Size.Height / Parameters.Shrink;

    /// <summary>Columns of an image.</summary>
    public int Width => Exposures.Clip.Size.Width / Parameters.Shrink;

    public JsonObject Facts => SizeFit.NoteRest(Exposures.Clip.Size, Parameters.Shrink, "shrink", new()
    {
        ["width"] = Width,
        ["height"] = Height,
        ["framesPerExposure"] = Exposures.Frames,
        ["framesBetweenExposures"] = Exposures.Skip,
        ["framesOpen"] = Shutter.OpenFrames,
        ["framesOfReadout"] = Shutter.ReadoutFrames,
        ["response"] = StageForm.Of(Parameters.Response),
        ["noise"] = StageForm.Of(Parameters.SensorNoise),
    });

    /// <summary>When the rows see light, from the moment at which the first of them does.</summary>
    internal Shutter Shutter => Parameters.Shutter.Open(Shutter.ForDuty(Exposures.Frames, Parameters.Duty).OpenFrames);

    /// <summary>How many frames pass from the moment at which the first row sees light to the one at which the last row has seen its share.</summary>
    internal int Frames => Shutter.FramesFor(Exposures.Clip.Size.Height);

    /// <summary>How many frames after the beginning of an exposure the shutter opens; below 0 where it opens before.</summary>
    internal int Delay => (int)Math.Floor((Exposures.Frames - Frames) / 2.0);

    /// <summary>An exposure to collect light in.</summary>
    internal Exposure Open()
    {
        Clip clip = Exposures.Clip;
        return new(clip.Workspace.Device, clip.Size.Height, clip.Size.Width, Parameters.Response.Curve, Shutter);
    }

    /// <summary>The sensor, if it does anything.</summary>
    internal PictureSensor? Sensor() => Parameters.SensorNoise.Begin(Exposures.Clip, Height, Width);

    public bool IsWithin(int frames, int exposure) => Exposures.First(exposure) + Delay is var open && open >= 0 && open + Frames <= frames;

    public long EstimateBytes(double bytesPerPixel) => (long)(bytesPerPixel * Height * Width);

    public IRecorder Record(ISampleWriter writer) => new BlurRecorder(this, writer);
}
