namespace SpikeData.Cli.Tests;

/// <summary>A folder of one test, gone afterwards.</summary>
sealed class TemporaryFolder : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("spikedata-").FullName;

    /// <summary>The full path of something below the folder.</summary>
    public string this[string name] => Path.Combine(folder, name);

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
