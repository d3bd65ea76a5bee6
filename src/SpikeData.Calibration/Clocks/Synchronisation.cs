using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Calibration;

/// <summary>How pictures and spikes of one scene are brought to one clock.</summary>
/// <param name="Search">How the clock is sought.</param>
/// <param name="Kind">What both cameras saw change.</param>
public sealed record Synchronisation(ClockSearch Search, SignalKind Kind = SignalKind.Brightness)
{
    /// <summary>The most pictures whose blur is compared.</summary>
    const int BlurredPictures = 16;

    /// <summary>The part of pictures to look at; all of them unless given.</summary>
    public Region? PictureRegion { get; init; }

    /// <summary>The part of spike frames to look at.</summary>
    public Region? SpikeRegion { get; init; }

    /// <summary>How pictures come onto the spike camera's grid; where it is known, the blur of moving things tells the exposure.</summary>
    public SpikeGrid? Grid { get; init; }

    /// <summary>Finds the clock.</summary>
    /// <param name="pictures">The files of the pictures in the order of time; each is read once or twice, and none is kept.</param>
    /// <param name="spikes">The spikes of the same time; they may be larger than memory.</param>
    /// <exception cref="SpikeDataException">SPIKE608, 610, 613, 615: the two have no clock in common that can be found. SPIKE620: the spikes are upside down.</exception>
    public (ClockEstimate Estimate, SharedSignal Signal) Find(IReadOnlyList<string> pictures, SpikeRecording spikes)
    {
        string folder = Path.GetDirectoryName(pictures[0]) ?? pictures[0];
        (ClockEstimate estimate, SharedSignal signal) = FromSignal(pictures, spikes, folder);
        if (Grid is null) return (estimate, signal);
        using Device cpu = Device.Open("cpu");
        using SensorView sensor = new(cpu, Grid);
        SeenExposures.RequireUpright(SeenExposures.Of(pictures, spikes, estimate.Clock, sensor), sensor.Seen, spikes);
        if (!Search.EstimateExposure) return (estimate, signal);
        estimate = estimate with { Blur = ByBlur(pictures, spikes, estimate.Clock, sensor) };
        return (estimate.Blur is { IsUnsure: false } blur ? estimate with { Clock = estimate.Clock with { ExposureTicks = blur.ExposureTicks } } : estimate, signal);
    }

    (ClockEstimate Estimate, SharedSignal Signal) FromSignal(IReadOnlyList<string> pictures, SpikeRecording spikes, string folder)
    {
        if (Kind == SignalKind.Flash && (PictureRegion is null || SpikeRegion is null))
        {
            var (estimate, flashing, inPictures, inSpikes) = Flash.Find(pictures.Select(GrayPicture.Read), spikes, Search, folder);
            return (estimate with { PictureRegion = inPictures, SpikeRegion = inSpikes }, flashing);
        }

        if (Grid is null || PictureRegion is not null || SpikeRegion is not null) return Compare(GrayPicture.Read, PictureRegion, SpikeRegion);
        // Two cameras see two parts of a scene, and what moves into one part need not be in the other: what both see is compared.
        using Device cpu = Device.Open("cpu");
        using SensorView sensor = new(cpu, Grid);
        return Compare(file => sensor.See(GrayPicture.Read(file)), sensor.Inside, sensor.Inside);

        (ClockEstimate, SharedSignal) Compare(Func<string, GrayPicture> read, Region? inPictures, Region? inSpikes)
        {
            SharedSignal signal = Kind == SignalKind.Motion
                ? MotionSignal.Of(pictures.Count, picture => read(pictures[picture]), spikes, Search.ExposureTicks ?? Search.TicksPerPicture / 2, inPictures, inSpikes)
                : new BrightnessSignal(Brightness.Of(pictures.Select(read), inPictures), Brightness.Of(spikes, inSpikes));
            return (Search.Find(signal, folder) with { PictureRegion = PictureRegion, SpikeRegion = SpikeRegion }, signal);
        }
    }

    static ExposureEstimate ByBlur(IReadOnlyList<string> pictures, SpikeRecording spikes, PictureClock clock, SensorView sensor)
    {
        int longest = (int)clock.TicksPerPicture;
        int[] inside = [.. Enumerable.Range(0, pictures.Count).Where(picture => clock.Middle(picture) >= longest / 2.0 && clock.Middle(picture) + longest / 2.0 <= spikes.Ticks)];
        int every = Math.Max(1, inside.Length / BlurredPictures);
        return ExposureMatch.Find([.. inside.Where((_, i) => i % every == 0).Select(picture => (sensor.See(GrayPicture.Read(pictures[picture])), clock.Middle(picture)))], spikes, longest, sensor.Seen);
    }
}
