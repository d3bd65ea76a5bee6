using System.Reflection;
using SpikeData.Compute;

namespace SpikeData.Pipelines.Tests;

/// <summary>What the system says, in words that help.</summary>
public sealed class ErrorsTests
{
    [Fact]
    public void FullDisk_IsToldFromOtherFailures()
    {
        if (!File.Exists("/dev/full")) Assert.Skip("Only Linux has a disk that is always full.");

        IOException full = Assert.Throws<IOException>(() =>
        {
            using FileStream file = File.OpenWrite("/dev/full");
            file.WriteByte(0);
            file.Flush();
        });

        Assert.Equal("SPIKE406", Assert.IsType<SpikeDataException>(Errors.Writing("x.png", full)).Id);
        Assert.Equal("SPIKE407", Assert.IsType<SpikeDataException>(Errors.Writing("x.png", new UnauthorizedAccessException("no"))).Id);
    }

    [Fact]
    public void EveryId_IsExplained()
    {
        string page = File.ReadAllText(Path.Combine(Repository, "docs", "errors.md"));
        string source = string.Concat(Directory.EnumerateFiles(Path.Combine(Repository, "src", "SpikeData.Pipelines"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        string[] ids = [.. Enumerable.Range(401, 39).Select(number => $"SPIKE{number}").Where(id => source.Contains($"\"{id}\"", StringComparison.Ordinal))];

        Assert.NotEmpty(ids);
        Assert.All(ids, id => Assert.Contains($"## {id}: ", page, StringComparison.Ordinal));
    }

    static string Repository => Path.GetFullPath(Path.Combine(
        typeof(ErrorsTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(entry => entry.Key == "GoldenDirectory").Value!, "..", ".."));
}
