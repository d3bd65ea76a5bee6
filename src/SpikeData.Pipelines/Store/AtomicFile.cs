using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Writes small files of the store, whole or not at all, into folders that need not be there yet.</summary>
static class AtomicFile
{
    /// <exception cref="IOException">Another process is writing the same file at this moment, or the disk is full.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        Disk.MakeFolder(Path.GetDirectoryName(path)!);
        DraftFile.Write(path, content);
    }
}
