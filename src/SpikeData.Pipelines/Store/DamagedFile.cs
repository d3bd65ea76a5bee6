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

    /// <summary>What is the matter with a file; nothing when it is what was written.</summary>
    /// <param name="path">The file.</param>
    /// <param name="file">What was written.</param>
    /// <param name="digestOf">The digest of a file that has the stamp given.</param>
    internal static string? ProblemOf(string path, StoredFile file, Func<string, FileStamp, string> digestOf)
    {
        try
        {
            FileStamp stamp = FileStamp.Of(path);
            if (stamp.Size != file.Bytes) return $"has {stamp.Size} bytes, was written with {file.Bytes}";
            return digestOf(path, stamp) == file.Sha256 ? null : "holds other bytes than were written";
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return "is gone";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return $"cannot be read: {error.Message}";
        }
    }

    /// <summary>Says what to do about it.</summary>
    public SpikeDataException Error => Errors.Damaged(this);
}
