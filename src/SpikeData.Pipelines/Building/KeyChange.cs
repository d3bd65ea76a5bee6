namespace SpikeData.Pipelines;

/// <summary>One component of a data set's content key that is not what it was when the data set was built.</summary>
/// <param name="Clip">The clip's title, or empty when it concerns the whole data set.</param>
/// <param name="Part">The component, such as "simulate-spikes seed" or "source 000012.png".</param>
/// <param name="Before">What it was; empty when it is new.</param>
/// <param name="Now">What it is; empty when it is gone.</param>
public sealed record KeyChange(string Clip, string Part, string Before, string Now)
{
    /// <summary>The part that stands for a clip as a whole.</summary>
    internal const string Whole = "clip";

    /// <summary>For people: <c>cockatoo: expose.frames: 97 is now 49</c></summary>
    public string Sentence => Part == Whole ? $"{(Clip.Length == 0 ? "every clip" : $"clip {Clip}")} was {Now}" : (Clip.Length == 0 ? Part : $"{Clip}: {Part}") + (Before, Now) switch
    {
        ("", _) when IsSource => " is new",
        (_, "") when IsSource => " is gone",
        _ when IsSource => " holds other bytes",
        ("", var now) => $": {now}",
        (var before, "") => $": {before} is gone",
        var (before, now) => $": {before} is now {now}",
    };

    /// <summary>Whether it is a source file, whose digests tell a person nothing.</summary>
    internal bool IsSource => Part.StartsWith(Planner.SourcePrefix, StringComparison.Ordinal);
}
