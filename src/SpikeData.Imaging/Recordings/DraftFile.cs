namespace SpikeData.Imaging;

/// <summary>A file that is written under another name and takes its own when it is complete.</summary>
sealed class DraftFile : IDisposable
{
    readonly string draft;

    public DraftFile(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        draft = Path + ".draft";
        Stream = new(draft, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16);
    }

    public string Path { get; }

    public FileStream Stream { get; }

    public void Publish()
    {
        Stream.Flush(flushToDisk: true);
        Stream.Dispose();
        File.Move(draft, Path, overwrite: true);
    }

    public void Dispose()
    {
        Stream.Dispose();
        File.Delete(draft);
    }
}
