using System.Text;

namespace SpikeData.Imaging;

/// <summary>A file that is written under another name and takes its own when it is complete.</summary>
/// <remarks>Whoever looks, at any instant and after any crash, sees the old content or the new, never a part.</remarks>
public sealed class DraftFile : IDisposable
{
    readonly string draft;
    bool published;

    /// <param name="path">The name it will take; what is there stays until then.</param>
    /// <exception cref="IOException">Another process is writing the same file at this moment, or the folder is not there.</exception>
    public DraftFile(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        draft = Path + ".draft";
        if (System.IO.Path.GetDirectoryName(Path) is { } folder && !Directory.Exists(folder)) throw new DirectoryNotFoundException($"There is no folder {folder} to write {System.IO.Path.GetFileName(Path)} into.");
        Stream = new(draft, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16);
    }

    /// <summary>The name it will take.</summary>
    public string Path { get; }

    /// <summary>What is written so far.</summary>
    public FileStream Stream { get; }

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
        Stream.Dispose();
        File.Move(draft, Path, overwrite: true);
        published = true;
    }

    /// <summary>Removes what was written, unless it is published.</summary>
    public void Dispose()
    {
        try
        {
            // What is still to be written may not find room.
            Stream.Dispose();
        }
        finally
        {
            // Under this name there may already be the draft of somebody else.
            if (!published) File.Delete(draft);
        }
    }
}
