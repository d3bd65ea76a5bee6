using System.Text;

namespace SpikeData.Imaging;

/// <summary>A file that is written under another name and takes its own when it is complete.</summary>
/// <remarks>Whoever looks, at any instant and after any crash, sees the old content or the new, never a part.</remarks>
public sealed class DraftFile : IDisposable
{
    readonly string draft;
    bool published;

    /// <param name="path">The name it will take; what is there stays until then.</param>
    /// <exception cref="IOException">The folder is not there, or nothing can be written in it.</exception>
    public DraftFile(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        if (System.IO.Path.GetDirectoryName(Path) is { } folder && !Directory.Exists(folder)) throw new DirectoryNotFoundException($"There is no folder {folder} to write {System.IO.Path.GetFileName(Path)} into.");
        draft = DraftName.New(Path);
        Stream = DraftName.Create(draft);
        LiveDrafts.Add(this);
        DraftName.Sweep(Path, draft);
    }

    /// <summary>The name it will take.</summary>
    public string Path { get; }

    /// <summary>What is written so far.</summary>
    public FileStream Stream { get; }

    /// <summary>Whether something lies where drafts of a file do while it is written.</summary>
    public static bool IsDraftOf(string path, string file) => DraftName.IsOf(path, file);

    /// <summary>Writes a file as a whole or, when anything fails, not at all.</summary>
    public static void Write(string path, Action<Stream> write)
    {
        using DraftFile draft = new(path);
        write(draft.Stream);
        draft.Publish();
    }

    /// <inheritdoc cref="Write(string, Action{System.IO.Stream})"/>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        using DraftFile draft = new(path);
        draft.Stream.Write(content);
        draft.Publish();
    }

    /// <summary>Writes a text in UTF-8, as a whole or not at all.</summary>
    public static void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Gives the file its name.</summary>
    public void Publish()
    {
        Stream.Flush(flushToDisk: true);
        // A closed file is not locked, and could be taken for one of a dead process; Windows renames no open ones.
        if (OperatingSystem.IsWindows()) Stream.Dispose();
        FileMark.Set(draft);
        LiveDrafts.Publish(this, () => Disk.MoveFile(draft, Path, overwrite: true));
        published = true;
        Stream.Dispose();
    }

    /// <summary>Removes what was written, unless it is published.</summary>
    public void Dispose()
    {
        LiveDrafts.Remove(this);
        try
        {
            // What is still to be written may not find room.
            Stream.Dispose();
        }
        finally
        {
            if (!published) Disk.DeleteFile(draft);
        }
    }
}
