using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Finds out whether a file system has locks. Nothing here rests on them; other programs do.</summary>
static class FileLocks
{
    /// <summary>Whether a second handle sees the lock of the first.</summary>
    public static bool Work(string folder)
    {
        string path = Path.Combine(folder, Guid.NewGuid().ToString("N") + ".lock");
        Disk.MakeFolder(folder);
        using FileStream first = Open();
        try
        {
            Open().Dispose();
            return false;
        }
        catch (IOException)
        {
            return true;
        }
        finally
        {
            Disk.DeleteFile(path);
        }

        FileStream Open() => new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
    }
}
