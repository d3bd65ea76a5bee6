using SpikeData.Compute;

namespace SpikeData.Pipelines;

/// <summary>A file of a data set or of the store that is not what was written.</summary>
/// <param name="Path">The file, as a full path.</param>
/// <param name="Problem">What is the matter with it.</param>
public sealed record DamagedFile(string Path, string Problem)
{
    /// <summary>The key of the clip in the store that it belongs to; null for a file of a data set.</summary>
    internal string? StoreKey { get; init; }

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
