using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace SpikeData.Cli.Tests.Written;

/// <summary>Copies of folders, and what is in them.</summary>
static partial class FolderCopy
{
    /// <summary>Makes one folder as another: marks, times and second names of files stay.</summary>
    public static void Put(string from, string to)
    {
        if (Directory.Exists(to)) Directory.Delete(to, recursive: true);
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        using Process copy = Process.Start("cp", ["-a", from, to]);
        copy.WaitForExit();
        Assert.Equal(0, copy.ExitCode);
    }

    /// <summary>Every file, with its digest.</summary>
    public static SortedDictionary<string, string> Content(string folder) => new(
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(path => Path.GetRelativePath(folder, path), Digest), StringComparer.Ordinal);

    /// <summary>All of it as one text, but for names that are others in each run.</summary>
    public static string Seen(string folder) =>
        string.Join('\n', Content(folder).Select(file => $"{ChosenNames().Replace(file.Key, "")} {file.Value}").Order(StringComparer.Ordinal));

    public static string Digest(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));

    [GeneratedRegex("[0-9a-f]{24,32}(?=[./])")]
    private static partial Regex ChosenNames();
}
