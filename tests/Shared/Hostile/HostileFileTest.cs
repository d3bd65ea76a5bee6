using CsCheck;

namespace SpikeData;

/// <summary>What every reader of files is put through: sound files are read, damaged and made-up ones are read or explained.</summary>
public abstract class HostileFileTest : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("spikedata-hostile-");

    /// <summary>A sound file of each kind, by name, with what reads it. The name is the file's own.</summary>
    protected abstract (byte[] Sound, Action<string> Read) Reader(string name);

    /// <summary>How many files of each sort are tried; fewer where a reader is slow.</summary>
    protected virtual int TriesOf(string name) => 300;

    /// <summary>What reading a file may allocate in all.</summary>
    protected virtual long MostBytesOf(string name) => 64 << 20;

    public void Dispose()
    {
        folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Tries one reader.</summary>
    protected void Try(string name)
    {
        (byte[] sound, Action<string> read) = Reader(name);
        read(Write(name, sound));
        HostileBytes.Damaged(sound).Sample(bytes => HostileBytes.AssertRead(() => read(Write(name, bytes)), MostBytesOf(name)), iter: TriesOf(name));
        HostileBytes.Any.Sample(bytes => HostileBytes.AssertRead(() => read(Write(name, bytes)), MostBytesOf(name)), iter: TriesOf(name));
    }

    /// <summary>Each thread has a folder of its own, where the files beside a file are its alone.</summary>
    string Write(string name, byte[] bytes)
    {
        string path = Path.Combine(folder.CreateSubdirectory($"{Environment.CurrentManagedThreadId}").FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
