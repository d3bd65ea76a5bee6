using System.Diagnostics;

namespace SpikeData.Imaging;

/// <summary>The steps in which the disk changes: names that come, go and are replaced. What a kill leaves is what lies there between two of them.</summary>
/// <remarks>Each is announced before it is taken. Nobody listens but tests, which look at the disk at every step and go on from there.</remarks>
public static class Disk
{
    /// <summary>The name under which <see cref="DiagnosticListener"/> knows the steps.</summary>
    public const string Steps = "SpikeData.Disk";

    static readonly DiagnosticListener Listener = new(Steps);

    /// <summary>Announces a step that is none of the others.</summary>
    /// <param name="path">What it changes.</param>
    public static void Before(string path)
    {
        if (Listener.IsEnabled()) Listener.Write(nameof(Before), path);
    }

    /// <inheritdoc cref="File.Move(string, string, bool)"/>
    public static void MoveFile(string from, string to, bool overwrite = false)
    {
        Before(to);
        File.Move(from, to, overwrite);
    }

    /// <inheritdoc cref="Directory.Move(string, string)"/>
    public static void MoveFolder(string from, string to)
    {
        Before(to);
        Directory.Move(from, to);
    }

    /// <inheritdoc cref="File.Delete(string)"/>
    public static void DeleteFile(string path)
    {
        Before(path);
        File.Delete(path);
    }

    /// <inheritdoc cref="Directory.Delete(string)"/>
    public static void DeleteFolder(string path, bool recursive = false)
    {
        Before(path);
        Directory.Delete(path, recursive);
    }

    /// <inheritdoc cref="Directory.CreateDirectory(string)"/>
    public static void MakeFolder(string path)
    {
        if (Directory.Exists(path)) return;
        Before(path);
        Directory.CreateDirectory(path);
    }
}
