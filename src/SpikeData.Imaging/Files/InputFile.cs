using System.Text;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Opens what is read, whoever named it: regular files only. A pipe may never begin, a device never end, and neither has a length.</summary>
public static class InputFile
{
    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="SpikeDataException">SPIKE437: it is no regular file.</exception>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static FileStream Open(string path, int bufferSize = 4096, FileOptions options = FileOptions.None)
    {
        Require(path);
        return new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize, options);
    }

    /// <summary>Reads a whole file.</summary>
    /// <inheritdoc cref="Open"/>
    public static byte[] ReadAllBytes(string path)
    {
        Require(path);
        return File.ReadAllBytes(path);
    }

    /// <summary>Reads a whole file as text.</summary>
    /// <inheritdoc cref="Open"/>
    public static string ReadAllText(string path)
    {
        Require(path);
        return File.ReadAllText(path, Encoding.UTF8);
    }

    /// <summary>Refuses what is there and no regular file, for readers that open files themselves.</summary>
    /// <inheritdoc cref="Open"/>
    public static void Require(string path)
    {
        if (FileKind.OtherThanFile(path) is not { } kind) return;
        string wayOut = kind == FileKind.Folder ? "Name a file in it." : "Write what it gives into a file, and name that.";
        throw new SpikeDataException("SPIKE437", $"This is {kind}, where a file was expected. {wayOut}") { File = path };
    }
}
