using System.Globalization;
using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Cli;

/// <summary>What a first recipe says of videos that are uneven or cut short, so that it works.</summary>
/// <param name="Timing">What to do with uneven frames; null where all are even.</param>
/// <param name="Damaged">What to do with a file that was cut short.</param>
/// <param name="Words">Why, a sentence each; empty where there is nothing to say.</param>
sealed record FirstTiming(ITiming? Timing, DamagedVideo Damaged, IReadOnlyList<string> Words)
{
    /// <summary>The keys of decode.</summary>
    public string Keys => (Timing is Resample { Rate: var rate } ? string.Create(CultureInfo.InvariantCulture, $", timing: {{ resample: {{ rate: {rate:0.###} }} }}") : "")
        + (Damaged == DamagedVideo.Cut ? ", damaged: cut" : "");

    /// <param name="files">The files of the footage; those that are no videos say nothing.</param>
    /// <exception cref="SpikeDataException">SPIKE420, SPIKE441 to SPIKE449: a video cannot be read.</exception>
    public static FirstTiming Of(IEnumerable<string> files)
    {
        FirstTiming all = new(null, DamagedVideo.Refuse, []);
        foreach (string file in files.Where(MediaFiles.IsVideo)) all = all.With(file);
        return all;
    }

    FirstTiming With(string file)
    {
        (VideoFacts facts, bool isCut) = Look(file);
        (string name, FirstTiming next) = (Path.GetFileName(file), this);
        if (isCut && Damaged == DamagedVideo.Refuse)
            next = next with { Damaged = DamagedVideo.Cut, Words = [.. next.Words, $"{name} was cut short: 'damaged: cut' takes the frames before the cut"] };
        if (Timing is not null || facts.Timing is not { } timing || timing.FirstUneven() is not { } frame || timing.UsualRate(facts.FramesPerSecond) is not { } rate) return next;
        string words = string.Create(CultureInfo.InvariantCulture,
            $"{name} is uneven from frame {frame} on: at {rate:0.###} even instants a second the nearest frame is taken; 'timing: as-is' would take all frames for even");
        return next with { Timing = new Resample(rate), Words = [.. next.Words, words] };
    }

    static (VideoFacts Facts, bool IsCut) Look(string file)
    {
        try
        {
            return (VideoFacts.Of(file), false);
        }
        catch (SpikeDataException error) when (error is { Id: "SPIKE443", InCommand: not null })
        {
            return (VideoFacts.Of(file, cutShort: true), true);
        }
    }
}
