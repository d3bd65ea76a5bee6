namespace SpikeData.Pipelines.Tests;

/// <summary>A file of its own that takes no room, where the file system can.</summary>
public sealed class ReflinkTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    [Fact]
    public void File_IsAFileOfItsOwn_OrNotThere()
    {
        folder.Write("source", "bytes");
        bool isMade = Reflink.TryMake(folder["source"], folder["target"]);

        Assert.Equal(isMade, File.Exists(folder["target"]));
        Assert.SkipUnless(isMade, "This file system has no reflinks.");
        Assert.Equal("bytes", File.ReadAllText(folder["target"]));
        File.WriteAllText(folder["target"], "other");
        Assert.Equal("bytes", File.ReadAllText(folder["source"]));
    }

    public void Dispose() => folder.Dispose();
}
