using SpikeData.Compute;

namespace SpikeData.Pipelines;

/// <summary>One clip as it lies on the disk: a video file, or the pictures of a folder in the order of time.</summary>
/// <param name="Name">What the clip is called in the data set; unique within its split.</param>
/// <param name="Split">The part of the data set it belongs to, such as "train"; empty when there are no parts.</param>
/// <param name="Files">The full paths of the files, in the order in which they are read.</param>
public sealed record ClipSource(string Name, string Split, IReadOnlyList<string> Files)
{
    /// <summary>Split and name, as messages show them: <c>train/GOPR0372_07_00</c>.</summary>
    public string Title => Split.Length == 0 ? Name : $"{Split}/{Name}";

    /// <summary>Makes sure that the clip's names can become files.</summary>
    /// <exception cref="SpikeDataException">SPIKE436: one of them cannot.</exception>
    internal void RequireNames()
    {
        if (FileName.FaultOf(Name) is { } fault) throw Errors.BadName("The clip", Name, fault, Files[0]);
        if (Split.Length == 0) return;
        string? wrong = ProgramFiles.Contain(Split) ? ProgramFiles.Fault : FileName.FaultOf(Split);
        if (wrong is not null) throw Errors.BadName("The split", Split, wrong, Files[0]);
    }

    /// <summary>Makes sure that no two clips of a data set, nor two splits, are one on some system.</summary>
    /// <exception cref="SpikeDataException">SPIKE403: two are.</exception>
    internal static void RequireApart(IEnumerable<ClipSource> clips)
    {
        Dictionary<string, ClipSource> titles = new(StringComparer.OrdinalIgnoreCase), splits = new(StringComparer.OrdinalIgnoreCase);
        foreach (ClipSource clip in clips)
        {
            if (!titles.TryAdd(clip.Title, clip)) throw Errors.SameName(titles[clip.Title], clip);
            if (!splits.TryAdd(clip.Split, clip) && splits[clip.Split] is var other && other.Split != clip.Split) throw Errors.SameName(other, clip);
        }
    }

    /// <summary>What keeps this clip, and no other, from being used, as was found when it was searched for.</summary>
    internal SpikeDataException? Problem { get; init; }
}
