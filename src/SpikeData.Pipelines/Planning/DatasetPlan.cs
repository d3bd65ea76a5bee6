using SpikeData.Compute;

namespace SpikeData.Pipelines;

/// <summary>What a build of a data set would do, found out without doing it.</summary>
/// <param name="Name">The recipe's name.</param>
/// <param name="Clips">Its clips, those that cannot be opened excepted.</param>
/// <param name="Failures">What the build would fail with.</param>
public sealed record DatasetPlan(string Name, IReadOnlyList<PlannedClip> Clips, IReadOnlyList<BuildFailure> Failures)
{
    /// <summary>Why it would be skipped, which the recipe then allows; empty where it would not.</summary>
    public string Skipped { get; init; } = "";

    /// <summary>Whether there is nothing to do; null where nobody has looked.</summary>
    public bool? IsUpToDate { get; init; }

    /// <summary>About how long the build will take on this machine; null where nobody has measured.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>Recorded frames of all clips; null where one is not known.</summary>
    public long? Frames => Sum(clip => clip.Frames);

    /// <summary>Frames of all clips, those made up included; null where one is not known.</summary>
    public long? LatentFrames => Sum(clip => clip.LatentFrames);

    /// <summary>Samples of all clips; null where one is not known.</summary>
    public long? Samples => Sum(clip => clip.Samples);

    /// <summary>What the files of all clips take on the disk, or will about take; null where one is not known.</summary>
    public long? Bytes => Sum(clip => clip.Bytes);

    /// <summary>What people should know: first of all clips, then of single ones.</summary>
    public IReadOnlyList<string> Warnings
    {
        get
        {
            string[] tooShort =
            [
                .. Clips.Where(clip => clip.Samples == 0 && clip.Frames is not null)
                    .Select(clip => $"{clip.Title} ({Counted.Of(clip.Frames!.Value, "frame")}, {clip.FramesNeeded} needed)"),
            ];
            (string Title, string Text)[] all = [.. Clips.SelectMany(clip => clip.Warnings.Select(text => (clip.Title, text)))];
            IEnumerable<string> others = all.GroupBy(warning => warning.Text)
                .SelectMany(same => same.Count() == Clips.Count ? [same.Key] : same.Select(one => $"{one.Title}: {one.Text}"));
            return tooShort.Length == 0 ? [.. others] : [$"too short for a sample: {string.Join(", ", tooShort)}", .. others];
        }
    }

    long? Sum(Func<PlannedClip, long?> of) => Clips.Aggregate((long?)0, (sum, clip) => sum + of(clip));
}
