using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines.Tests;

/// <summary>What comes out about a recipe before anything is made of it.</summary>
public sealed class SurveyTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly CpuDevice device = new();

    [Fact]
    public async Task ClipsThatAreTooShort_FailTheBuild_BeforeAFrameIsRead()
    {
        SyntheticSource source = new(8) { Folder = folder, Brightness = _ => 1, OnFrame = (_, _) => Assert.Fail("A frame was read.") };

        DatasetResult result = await new DatasetBuilder(Workspace()).BuildAsync(new TestPipeline("set", source, new Expose(9, 0), new SynthesizeBlur(), new Write()), cancellation: TestContext.Current.CancellationToken);

        BuildFailure failure = Assert.Single(result.Failures);
        Assert.Equal("SPIKE409", failure.Id);
        Assert.StartsWith("The clip has 8 frames, and one sample needs 9: ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OneClipThatIsTooShort_AmongOthers_IsAWarning_WithWhatItHasAndNeeds()
    {
        foreach ((string clip, int frames) in (ReadOnlySpan<(string, int)>)[("a", 3), ("b", 2)]) Pictures($"in/{clip}", frames);

        DatasetPlan plan = Survey(Decode("in/{clip}/*.png"), new Expose(3, 0), new SynthesizeBlur(), new Write());

        Assert.Empty(plan.Failures);
        Assert.Equal((5, 1), (plan.Frames, plan.Samples));
        Assert.Equal(["too short for a sample: b (2 frames, 3 needed)"], plan.Warnings);
    }

    [Fact]
    public void FramesMadeUp_CountForSamples_AndRecordedOnesAreNeeded()
    {
        Pictures("in", 5);

        PlannedClip clip = Assert.Single(Survey(new Decode(SourcePattern.Parse("in/*.png"), FramesPerSecond: 25),
            new Interpolate(new Linear(), 32), new Expose(33, 31), new SynthesizeBlur(), new SimulateSpikes(), new Write()).Clips);

        // Exposure 1 is of frames 64 to 96, and its spikes of 44 to 116; 5 recorded frames make 129, and 4 make 97.
        Assert.Equal((5, 129, 1, 5), (clip.Frames, clip.LatentFrames, clip.Samples, clip.FramesNeeded));
        Assert.Equal(41.25, clip.ExposureMilliseconds);
    }

    [Theory]
    [InlineData(32, 16, 4, "")]
    [InlineData(32, 18, 4, "scale 4 does not divide 32x18: the last 2 rows of each frame are left out")]
    [InlineData(33, 18, 4, "scale 4 does not divide 33x18: the last 2 rows and 1 column of each frame are left out")]
    [InlineData(33, 18, 1, "")]
    public void ScaleThatDoesNotDivide_IsAWarning(int width, int height, int scale, string warning)
    {
        Pictures("in", 3, width, height);

        Assert.Equal(warning, string.Join('|', Survey(Decode("in/*.png"), new Expose(3, 0), new SimulateSpikes(Scale: scale, Margin: 0), new Write()).Warnings));
    }

    [Theory]
    [InlineData(320, 180, "320x176", "frames of 320x180 are brought to 320x176, in which everything is 2.27 % wider than it was")]
    [InlineData(36, 64, "36x72", "frames of 36x64 are brought to 36x72, in which everything is 11.11 % narrower than it was")]
    [InlineData(64, 36, "32x18", "")]
    [InlineData(683, 384, "320x180", "")] // 320 * 384 / 683 is 179.9
    public void SizeThatBendsFrames_IsAWarning(int width, int height, string size, string warning)
    {
        Pictures("in", 1, width, height);

        Assert.Equal(warning, string.Join('|', Survey(Decode("in/*.png", FrameSize.Parse(size)), new Expose(1, 0), new ExtractSharp(), new Write()).Warnings));
    }

    [Fact]
    public void FaultsOfTheRecipe_ComeWithAbsentFootage()
    {
        DatasetPlan plan = Survey(Decode("absent/*.png"), new Expose(96, 0), new ExtractSharp(7), new Write());

        Assert.Equal(["SPIKE401", "SPIKE413"], plan.Failures.Select(failure => failure.Id).Order());
    }

    [Fact]
    public void FootageThatMayBeAbsent_IsSkipped_AndATildeIsSaid()
    {
        DatasetPlan plan = Survey(new Decode(SourcePattern.Parse("~/in/*.png"), Optional: true), new Expose(3, 0), new ExtractSharp(), new Write());

        Assert.Empty(plan.Failures);
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        Assert.Equal($"there is nothing at ~/in/*.png yet ('~' is not expanded in recipes: write '{home}/in/*.png')", plan.Skipped);
    }

    [Fact]
    public void VideoThatEndsBeforeItsRange_IsSaidWhenItIsOpened()
    {
        string clip = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../samples/clips/cockatoo.mp4"));

        DatasetPlan plan = Survey(new Decode(SourcePattern.Parse(clip), new FrameRange(270, 280)), new Expose(3, 0), new ExtractSharp(), new Write());

        // ffprobe counts 280 frames, of which the last is frame 279.
        Assert.Contains("has 280 frames", Assert.Single(plan.Failures, failure => failure.Id == "SPIKE412").Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Estimate_KnowsWhatIsDone_AndWritesNothing()
    {
        Pictures("in/a", 4);
        Pictures("in/b", 4);
        DatasetBuilder builder = new(Workspace());
        TestPipeline recipe = new("set", Decode("in/{clip}/*.png"), new Expose(2, 0), new SynthesizeBlur(), new SimulateSpikes(Margin: 0), new Write());
        SortedDictionary<string, byte[]> before = TemporaryFolder.Content(folder.Path);

        DatasetPlan first = builder.Estimate(recipe);

        Assert.Equal(before, TemporaryFolder.Content(folder.Path));
        Assert.Equal((false, 2), (first.IsUpToDate, first.Clips.Count(clip => clip.IsKept == false)));
        Assert.True(first.Time > TimeSpan.Zero);
        await builder.BuildAsync(recipe, cancellation: TestContext.Current.CancellationToken);
        Pictures("in/c", 4);
        DatasetPlan third = builder.Estimate(recipe);
        Assert.Equal([true, true, false], third.Clips.Select(clip => clip.IsKept));
        Directory.Delete(folder["in/c"], recursive: true);
        DatasetPlan second = builder.Estimate(recipe);
        Assert.Equal((true, TimeSpan.Zero), (second.IsUpToDate, second.Time));
        // 4x4 spike pixels are 2 bytes a tick; two exposures of two ticks, in two clips. The pictures are what else the folder holds.
        long pictures = Directory.GetFiles(folder["artifacts/datasets/set/blur_data"], "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length);
        Assert.Equal((2 * 2 * 2 * 2) + pictures, second.Bytes);
    }

    public void Dispose()
    {
        device.Dispose();
        folder.Dispose();
    }

    static Decode Decode(string from, FrameSize? size = null) => new(SourcePattern.Parse(from), Size: size);

    DatasetPlan Survey(IClipSource source, params object[] stages) => new DatasetBuilder(Workspace()).Survey(new TestPipeline("set", source, stages));

    Workspace Workspace() => new(folder.Path, device);

    void Pictures(string place, int count, int width = 16, int height = 16)
    {
        Directory.CreateDirectory(folder[place]);
        for (int frame = 0; frame < count; frame++) File.WriteAllBytes(folder[$"{place}/{frame}.png"], Png.Color(new byte[3 * width * height], height, width));
    }
}
