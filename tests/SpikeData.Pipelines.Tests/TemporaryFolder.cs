namespace SpikeData.Pipelines.Tests;

/// <summary>A folder of its own for one test, gone afterwards.</summary>
sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("spikedata-").FullName;

    public string this[string relative] => System.IO.Path.Combine(Path, relative);

    /// <summary>Every file below a folder with its content, by relative path.</summary>
    public static SortedDictionary<string, byte[]> Content(string folder)
    {
        var content = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        if (!Directory.Exists(folder)) return content;
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            content.Add(System.IO.Path.GetRelativePath(folder, file), File.ReadAllBytes(file));
        return content;
    }

    public void Write(string relative, string text = "")
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[relative])!);
        File.WriteAllText(this[relative], text);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
