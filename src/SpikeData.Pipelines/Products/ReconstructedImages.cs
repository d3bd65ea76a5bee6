using System.Text.Json.Nodes;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Gray pictures that spikes tell of the moments of each exposure.</summary>
/// <remarks>The spikes are simulated for them alone: draws depend on clip, tick and pixel, so they are those that the data set holds.</remarks>
public sealed class ReconstructedImages(SpikeStreams streams, Reconstruct parameters) : ILightProduct
{
    readonly SharpImages moments = new(streams.Exposures, parameters.Frames);

    /// <summary>The name of the method.</summary>
    public string Kind { get; } = StageForm.NameOf(parameters.Method);

    public Exposures Exposures => streams.Exposures;

    /// <summary>How they are made.</summary>
    public Reconstruct Parameters { get; } = parameters;

    public JsonObject Facts => new()
    {
        ["width"] = streams.Width,
        ["height"] = streams.Height,
        ["imagesPerExposure"] = Parameters.Frames,
        ["framesAfterBeginning"] = new JsonArray([.. moments.Offsets.Select(offset => JsonValue.Create(offset))]),
        ["method"] = StageForm.Of(Parameters.Method),
    };

    public bool IsWithin(int frames, int exposure) => streams.IsWithin(frames, exposure);

    /// <summary>Noise of spikes leaves little to be gained by packing: about a byte for each gray pixel.</summary>
    public long EstimateBytes(double bytesPerPixel) => (long)streams.Height * streams.Width * Parameters.Frames;

    SpikeStreams ILightProduct.Streams => streams;

    public IRecorder Record(ISampleWriter writer) => new SpikeRecorder(streams, readout => Finish(readout, writer));

    void Finish(SpikeReadout readout, ISampleWriter writer)
    {
        using HostBytes packed = readout.Content;
        var spikes = new SpikeStream(new(streams.Height, streams.Width), packed.Span.ToArray());
        using Reconstructor reconstructor = Parameters.Method.Begin(Exposures.Clip.Workspace.Device, spikes);
        foreach (int offset in moments.Offsets)
        {
            HostBytes picture = HostBytes.Gray(reconstructor.At(streams.TickOf(offset)), streams.Height, streams.Width);
            writer.Write(Kind, readout.Exposure, Exposures.Number(Exposures.First(readout.Exposure) + offset), ".png", picture);
        }
    }
}
