namespace SpikeData.Pipelines.Tests;

/// <summary>What may have been meant by paths that lead nowhere.</summary>
public sealed class MissingPathTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData("clps/{clip}.mp4", " Did you mean 'clips/{clip}.mp4'?")]
    [InlineData("clips/phoen.mp4", " Did you mean 'clips/phone.mp4'?")]
    [InlineData("clps/phoen.mp4", " Did you mean 'clips/phone.mp4'?")]
    [InlineData("clips/phone.mov", " Did you mean 'clips/phone.mp4'?")]
    [InlineData("clips/{clip}.mov", " Did you mean 'clips/{clip}.mp4'?")]
    [InlineData("data/{split}/{clip}/*.jpg", " Did you mean 'data/{split}/{clip}/*.png'?")]
    [InlineData("data/{split}/rwa/*.png", " Did you mean 'data/{split}/raw/*.png'?")]
    [InlineData("../clips/phone.mp4", "")]
    [InlineData("https://example.org/a.mp4", " Addresses are not read: download the file, and name it.")]
    [InlineData("elsewhere/a.mp4", "")]
    public void Meaning_IsTheNearestPathThatLeadsSomewhere(string path, string expected)
    {
        foreach (string file in (string[])["clips/phone.mp4", "data/train/raw/0.png", "data/test/raw/0.png"]) folder.Write(file);

        Assert.Equal(expected, MissingPath.Meaning(path, folder.Path));
    }

    [Fact]
    public void NothingNear_IsSaidByWhatIsThere()
    {
        folder.Write("clips/phone.mp4");

        Assert.Equal($" No file in {folder["clips"]} fits; there are phone.mp4.", MissingPath.Hint("clips/street-at-night.mp4", folder.Path));
        Assert.Equal($" There is no folder in {folder["clips"]}.", MissingPath.Hint("clips/night/a.mp4", folder.Path));
    }

    [Theory]
    [InlineData("~/a.mp4")]
    [InlineData("$HOME/a.mp4")]
    [InlineData("%HOME%/a.mp4")]
    public void WordsOfShells_AreSaidNotToBeExpanded(string path)
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        Assert.SkipUnless(Environment.GetEnvironmentVariable("HOME") == home, "HOME is elsewhere.");

        Assert.Equal($" '{path.Split('/')[0]}' is not expanded in recipes: write '{home}/a.mp4'.", MissingPath.Meaning(path, folder.Path));
    }

    public void Dispose() => folder.Dispose();
}
