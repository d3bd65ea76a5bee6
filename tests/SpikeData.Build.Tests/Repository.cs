namespace SpikeData.Build.Tests;

/// <summary>The working tree that these tests belong to.</summary>
static class Repository
{
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    public static string File(string path) => Path.Combine(Root, path);

    static string Above(string folder) => System.IO.File.Exists(Path.Combine(folder, "SpikeData.Tools.slnx"))
        ? folder
        : Above(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No folder above the tests holds SpikeData.Tools.slnx."));
}
