using System.Text.Json.Nodes;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Calibration;

/// <summary>The spikes during each picture's exposure and a margin on either side, as they were recorded; pictures whose ticks are not all there have none.</summary>
/// <param name="pictures">The pictures.</param>
/// <param name="margin">How many ticks before and after an exposure.</param>
public sealed class CutSpikes(RectifiedPictures pictures, int margin) : IProduct
{
    readonly RigRecording recording = pictures.Recording.Recording;

    public string Kind => "spike";

    public Exposures Exposures => pictures.Exposures;

    /// <summary>Whole ticks of one exposure; an odd number, so that it has a middle one.</summary>
    public int ExposureTicks { get; } = (int)Math.Round((pictures.Recording.Clock.ExposureTicks - 1) / 2) * 2 + 1;

    /// <summary>Ticks of one stream.</summary>
    public int Ticks => ExposureTicks + 2 * margin;

    public JsonObject Facts
    {
        get
        {
            using SpikeRecording spikes = recording.OpenSpikes();
            return new()
            {
                ["width"] = spikes.Layout.Width,
                ["height"] = spikes.Layout.Height,
                ["ticks"] = Ticks,
                ["ticksBeforeExposure"] = margin,
                ["ticksPerSecond"] = spikes.Facts.TicksPerSecond,
                ["framePixelsPerSpikePixel"] = pictures.Grid.Scale,
                ["bits"] = "one per pixel, the first pixel in the least significant bit, the lowest row first",
            };
        }
    }

    /// <summary>The first tick of the stream that belongs to a picture.</summary>
    public long First(int picture) => pictures.Recording.Clock.MiddleTick(picture) - Ticks / 2;

    public IRecorder Record(ISampleWriter writer) => new Recorder(this, writer);

    sealed class Recorder(CutSpikes cut, ISampleWriter writer) : IRecorder
    {
        readonly SpikeRecording spikes = cut.recording.OpenSpikes();

        public void Take(Frame frame, int index)
        {
            long first = cut.First(index);
            if (first < 0 || first + cut.Ticks > spikes.Ticks) return;
            SpikeStream stream = BottomUp(spikes.Read(first, cut.Ticks));
            HostBytes content = new(stream.Bytes.Length, (target, packed) => target.Write(packed.Span));
            stream.Bytes.CopyTo(content.Span);
            writer.Write("spike", index, index, ".dat", content);
        }

        public void Dispose() => spikes.Dispose();

        static SpikeStream BottomUp(SpikeStream stream) => stream.Layout.Rows == RowOrder.BottomUp
            ? stream
            : SpikeStream.Of(stream.ToArray().Bytes, new(stream.Layout.Height, stream.Layout.Width));
    }
}
