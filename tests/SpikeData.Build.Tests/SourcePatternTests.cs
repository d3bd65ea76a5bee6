namespace SpikeData.Build.Tests;

public sealed class SourcePatternTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData("clip.mp4", "clip.mp4")]
    [InlineData("{split}/{clip}/*.png", "test/b/0.png train/a/0.png train/a/1.png")]
    [InlineData("train/{clip}/*.png", "train/a/0.png train/a/1.png")]
    [InlineData("train/a/?.jpg", "train/a/2.jpg")]
    [InlineData("nowhere/{clip}/*.png", "")]
    [InlineData("nowhere.mp4", "")]
    public void Pattern_StandsForTheFilesThatARecipeWouldRead(string pattern, string expected)
    {
        foreach (string name in new[] { "clip.mp4", "train/a/0.png", "train/a/1.png", "train/a/2.jpg", "test/b/0.png", "test/b/deep/0.png" }) folder.Write(name, "");
        IEnumerable<string> found = SourcePattern.Matches(folder.Path, pattern).Select(file => Path.GetRelativePath(folder.Path, file).Replace('\\', '/'));
        Assert.Equal(expected, string.Join(' ', found.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void FullPath_IsItsOwnRoot()
    {
        string file = folder.Write("here/clip.mp4", "");
        Assert.Equal(file, Assert.Single(SourcePattern.Matches("/elsewhere", file)));
    }

    public void Dispose() => folder.Dispose();
}
