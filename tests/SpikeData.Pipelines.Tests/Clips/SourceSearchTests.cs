using SpikeData.Compute;

namespace SpikeData.Pipelines.Tests;

/// <summary>Which clips a source pattern stands for.</summary>
public sealed class SourceSearchTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    [Fact]
    public void SplitAndClip_AreTakenFromThePath_AndSortedOrdinally()
    {
        Touch("data/train/raw/b/1.png", "data/train/raw/C/1.png", "data/test/raw/a/1.png", "data/train/other/c/1.png");

        Assert.Equal(["test/a", "train/C", "train/b"], Find("data/{split}/raw/{clip}/*.png").Select(clip => clip.Title));
    }

    [Fact]
    public void Pictures_AreSortedSoThatInterpolatedFramesFollowTheirLeftNeighbor()
    {
        Touch("c/000323_001.png", "c/000324.png", "c/000323.png", "c/000323_000.png");

        Assert.Equal(
            ["000323.png", "000323_000.png", "000323_001.png", "000324.png"],
            Assert.Single(Find("c/*.png")).Files.Select(file => Path.GetFileName(file)));
    }

    [Fact]
    public void NumbersWithoutZeros_AreInTheOrderOfNumbers()
    {
        Touch("c/1.png", "c/10.png", "c/2.jpg", "c/9.PNG");

        ClipSource clip = Assert.Single(Find("c/*"));

        Assert.Equal(["1.png", "2.jpg", "9.PNG", "10.png"], clip.Files.Select(file => Path.GetFileName(file)));
        Assert.Null(clip.Problem);
    }

    [Fact]
    public void NamesThatSayNoOrder_AreAProblemOfTheirClipAlone()
    {
        Touch("a/left_1.png", "a/right_1.png", "b/1.png", "b/2.png");

        Assert.Equal(["SPIKE425", null], Find("{clip}/*.png").Select(clip => clip.Problem?.Id));
    }

    [Fact]
    public void FolderWithoutCapture_IsAClipNamedLikeTheFolder() => Check("frames/000000.png", "frames/*.png", "frames");

    [Fact]
    public void Video_IsAClipNamedLikeTheFile() => Check("videos/dog.MP4", "videos/dog.MP4", "dog");

    [Fact]
    public void VideoPattern_GivesOneClipPerFile()
    {
        Touch("videos/dog.mp4", "videos/cat.mkv", "videos/notes.txt");

        Assert.Equal(["cat", "dog"], Find("videos/*").Select(clip => clip.Name));
        Assert.Equal(["dog"], Find("videos/{clip}.mp4").Select(clip => clip.Name));
    }

    [Fact]
    public void ClipsSharingAFolder_AreToldApartByTheirCapture()
    {
        Touch("f/left_0.png", "f/left_1.png", "f/right_0.png");

        Assert.Equal([("left", 2), ("right", 1)], Find("f/{clip}_*.png").Select(clip => (clip.Name, clip.Files.Count)));
    }

    [Fact]
    public void HiddenFilesOfOtherSystems_AreNoFrames() => Check("c/000000.png", "c/*.png", "c", "c/._000000.png", "c/Thumbs.db");

    [Fact]
    public void CapturesOfOneName_MustAgree()
    {
        Touch("train/train_a/0.png", "train/test_b/0.png");

        Assert.Equal(["train/a"], Find("{split}/{split}_{clip}/*.png").Select(clip => clip.Title));
    }

    [Fact]
    public void TwoClipsOfOneName_AreRefused()
    {
        Touch("a/x.mp4", "b/x.mp4");

        var error = Assert.Throws<SpikeDataException>(() => Find("*/x.mp4"));

        Assert.Equal("SPIKE403", error.Id);
        Assert.Contains("a/x.mp4", error.Message, StringComparison.Ordinal);
        Assert.Contains("b/x.mp4", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Names that are one folder on Windows or macOS.</summary>
    [Theory]
    [InlineData("train/Bird/0.png", "train/bird/0.png", "train/Bird", "train/bird")]
    [InlineData("Train/a/0.png", "train/b/0.png", "Train/a", "train/b")]
    public void NamesThatAreOneElsewhere_AreRefused_WithBoth(string first, string second, string one, string other)
    {
        Touch(first, second);

        var error = Assert.Throws<SpikeDataException>(() => Find("{split}/{clip}/*.png"));

        Assert.Equal("SPIKE403", error.Id);
        Assert.Contains($"'{one}'", error.Message, StringComparison.Ordinal);
        Assert.Contains($"'{other}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RegularExpressionCharacters_MeanThemselves() => Check("a+(1)/x.png", "a+(1)/*.png", "a+(1)", "aa1/x.png");

    [Theory]
    [InlineData("")]
    [InlineData("data/{frame}/*.png")]
    [InlineData("data/{clip/*.png")]
    public void PatternWithOtherBraces_IsRefused(string pattern) => Assert.Throws<FormatException>(() => SourcePattern.Parse(pattern));

    public void Dispose() => folder.Dispose();

    void Check(string file, string pattern, string name, params string[] others)
    {
        Touch([file, .. others]);
        ClipSource clip = Assert.Single(Find(pattern));
        Assert.Equal((name, ""), (clip.Name, clip.Split));
        Assert.Equal([folder[file]], clip.Files);
    }

    IReadOnlyList<ClipSource> Find(string pattern) => SourceSearch.Find(SourcePattern.Parse(pattern), folder.Path);

    void Touch(params string[] files)
    {
        foreach (string file in files) folder.Write(file);
    }
}
