using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging.Tests;

/// <summary>Files that a test reads: the real clip kept for tests, and whatever bytes it makes up, in a folder that goes away.</summary>
sealed class TestFiles : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("spikedata-tests-");

    /// <summary>36 frames of 320x240, H.264 in MP4.</summary>
    public static string Clip { get; } = Beside("../../golden/clips/realshort.mp4");

    /// <summary>Pictures of many kinds with the pixels that Pillow reads.</summary>
    public static string Kinds { get; } = Beside("../../golden/pictures/kinds.txt");

    /// <summary>What a file that was cut short is reported as: unknown, when even its header is missing, or damaged.</summary>
    public static string[] NotWhole { get; } = ["SPIKE442", "SPIKE443"];

    public string Write(string name, ReadOnlySpan<byte> bytes)
    {
        string path = Path.Combine(folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>The id of the error that something ends in.</summary>
    public static string ErrorOf(Action action) => Assert.Throws<SpikeDataException>(action).Id;

    public void Dispose() => folder.Delete(recursive: true);

    static string Beside(string relative, [CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, relative));
}
