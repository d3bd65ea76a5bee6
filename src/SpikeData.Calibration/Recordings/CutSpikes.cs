using System.Text.Json.Nodes;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Calibration;

/// <summary>The spikes during each picture's exposure and a margin on either side, as they were recorded; pictures whose ticks are not all there have none.</summary>
/// <param name="pictures">The pictures.</param>
/// <param name="margin">How many ticks before and after an exposure.</param>
public sealed class CutSpikes(RectifiedPictures pictures, int margin) : IProduct
{
    const int TicksToSettle = 256;

    readonly RigRecording recording = pictures.Recording.Recording;
    readonly Lazy<(long Ticks, int TickBytes)> recorded = new(() => Measure(pictures.Recording.Recording));

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
                ["correction"] = recording.Photometry is null ? "none" : StageForm.Word(recording.Depth),
                ["bits"] = SpikeStreams.BitOrder,
            };
        }
    }

    /// <summary>The first tick of the stream that belongs to a picture.</summary>
    public long First(int picture) => pictures.Recording.Clock.MiddleTick(picture) - Ticks / 2;

    public bool IsWithin(int frames, int exposure) => exposure < frames && AreThere(exposure, recorded.Value.Ticks);

    public long EstimateBytes(double bytesPerPixel) => (long)Ticks * recorded.Value.TickBytes;

    public IRecorder Record(ISampleWriter writer) => new Recorder(this, writer);

    /// <summary>Whether the ticks of a picture are among those recorded.</summary>
    bool AreThere(int picture, long ticks) => First(picture) is var first && first >= 0 && first + Ticks <= ticks;

    static (long Ticks, int TickBytes) Measure(RigRecording recording)
    {
        using SpikeRecording spikes = recording.OpenSpikes();
        return (spikes.Ticks, spikes.Layout.FrameBytes);
    }

    sealed class Recorder(CutSpikes cut, ISampleWriter writer) : IRecorder
    {
        readonly SpikeRecording spikes = cut.recording.OpenSpikes();
        readonly SpikeCorrection? correction = cut.recording is { Photometry: { } photometry, Depth: not SpikeCorrectionDepth.None } ? new(photometry, cut.recording.Depth) : null;

        public void Take(Frame frame, int index)
        {
            if (!cut.AreThere(index, spikes.Ticks)) return;
            long first = cut.First(index);
            SpikeStream stream = correction is null ? BottomUp(spikes.Read(first, cut.Ticks)) : Corrected(correction, first);
            HostBytes content = new(stream.Bytes.Length, (target, packed) => target.Write(packed.Span));
            stream.Bytes.CopyTo(content.Span);
            writer.Write("spike", index, index, ".dat", content);
        }

        public void Dispose() => spikes.Dispose();

        /// <summary>Corrects some ticks before the first one too, so that the accounts of pixels are where they would be in the middle of a recording.</summary>
        SpikeStream Corrected(SpikeCorrection pixels, long first)
        {
            int before = (int)Math.Min(first, TicksToSettle);
            pixels.Reset();
            return pixels.Correct(spikes.Read(first - before, before + cut.Ticks), spikes.Path).Between(before, cut.Ticks);
        }

        static SpikeStream BottomUp(SpikeStream stream) => stream.Layout.Rows == RowOrder.BottomUp
            ? stream
            : SpikeStream.Of(stream.ToArray().Bytes, new(stream.Layout.Height, stream.Layout.Width));
    }
}
