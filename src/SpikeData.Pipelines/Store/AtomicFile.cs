namespace SpikeData.Pipelines;

/// <summary>Writes a file so that whoever looks, at any instant and after any crash, sees the old content or the new, never a part.</summary>
static class AtomicFile
{
    /// <exception cref="IOException">Another process is writing the same file at this moment, or the disk is full.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string draft = path + ".draft";
        using (var file = new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None, 1))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
    }
}
