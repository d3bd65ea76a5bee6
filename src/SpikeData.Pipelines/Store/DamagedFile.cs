using SpikeData.Compute;

namespace SpikeData.Pipelines;

/// <summary>A file of a data set or of the store that is not what was written.</summary>
/// <param name="Path">The file, as a full path.</param>
/// <param name="Problem">What is the matter with it.</param>
public sealed record DamagedFile(string Path, string Problem)
{
    /// <summary>The key of the clip in the store that it belongs to; null for a file of a data set.</summary>
    internal ContentKey? StoreKey { get; init; }

    /// <summary>Whether it may lie anywhere, since a link leads to it: then it is nothing to remove.</summary>
    internal bool IsElsewhere { get; init; }

    /// <summary>A file that is reached by way of a symbolic link, which the program never makes.</summary>
    internal static DamagedFile Linked(string path, string link) =>
        new(path, link == path ? "is a symbolic link, which is not followed" : $"lies behind the symbolic link {link}, which is not followed") { IsElsewhere = true };

    /// <summary>What is the matter with a file that has another length than was written, or is gone; nothing otherwise.</summary>
    internal static string? LengthProblem(string path, StoredFile file)
    {
        FileInfo found = new(path);
        if (!found.Exists) return "is gone";
        return found.Length == file.Bytes ? null : $"has {found.Length} bytes, was written with {file.Bytes}";
    }

    /// <summary>Says what to do about it.</summary>
    public SpikeDataException Error => Errors.Damaged(this);
}
