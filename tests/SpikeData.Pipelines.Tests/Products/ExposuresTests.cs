using SpikeData.Compute;

namespace SpikeData.Pipelines.Tests;

/// <summary>Which frames an exposure is made of, and which number it gets.</summary>
public sealed class ExposuresTests
{
    [Theory]
    [InlineData(0, 0, 96, 48)]
    [InlineData(1, 104, 200, 152)]
    [InlineData(7, 728, 824, 776)]
    public void PaperExposure_Lasts97Frames_AndBegins104FramesAfterTheOneBefore(int exposure, int first, int last, int middle)
    {
        Exposures exposures = Of(frames: 97, skip: 7);

        Assert.Equal((first, last, middle), (exposures.First(exposure), exposures.Last(exposure), exposures.Middle(exposure)));
    }

    [Fact]
    public void PaperExposure_IsNumberedByTheRecordedFrameInItsMiddle()
    {
        Exposures exposures = Of(frames: 97, skip: 7);

        Assert.All(Enumerable.Range(0, 100), exposure => Assert.Equal((13 * exposure) + 6, exposures.Number(exposures.Middle(exposure))));
    }

    [Fact]
    public void SkippedFrames_BelongToNoExposure()
    {
        Exposures exposures = Of(frames: 97, skip: 7);

        int[] outside = [.. Enumerable.Range(0, 208).Where(frame => exposures.Offset(frame) >= exposures.Frames)];

        Assert.Equal([97, 98, 99, 100, 101, 102, 103, 201, 202, 203, 204, 205, 206, 207], outside);
    }

    [Fact]
    public void EveryFrameOfAnExposure_LiesAtItsOffset()
    {
        Exposures exposures = Of(frames: 5, skip: 3);

        Assert.All(Enumerable.Range(0, 80), frame => Assert.Equal(frame, exposures.First(exposures.At(frame)) + exposures.Offset(frame)));
    }

    [Fact]
    public void SpreadFrames_HaveNumbersAndReachBothEnds()
    {
        Assert.Equal([1, 2, 3, 4, 5, 7, 13], Of(frames: 97, skip: 7).EvenCounts);
        Assert.Equal(16, Of(frames: 97, skip: 7).Step(7));
    }

    [Fact]
    public void WithoutInterpolation_EveryFrameHasANumber()
    {
        Exposures exposures = Of(frames: 13, skip: 0, factor: 1);

        Assert.Equal([6, 19, 32], Enumerable.Range(0, 3).Select(exposure => exposures.Number(exposures.Middle(exposure))));
        Assert.Equal([1, 2, 3, 4, 5, 7, 13], exposures.EvenCounts);
    }

    [Fact]
    public void ExposuresFasterThanRecordedFrames_StillHaveNumbersOfTheirOwn()
    {
        Exposures exposures = Of(frames: 3, skip: 0);

        Assert.Equal([1, 4, 7, 10], Enumerable.Range(0, 4).Select(exposure => exposures.Number(exposures.Middle(exposure))));
    }

    [Theory]
    [InlineData(7, 6, "000007")]
    [InlineData(7, 1, "7")]
    [InlineData(1234567, 6, "1234567")]
    public void Label_HasAtLeastTheDigitsOfTheFirstSourceFile(int number, int digits, string label) =>
        Assert.Equal(label, Exposures.Label(number, digits));

    [Fact]
    public void SharpFramesThatCannotBeSpreadEvenly_AreRefusedWithTheCountsThatCan()
    {
        var error = Assert.Throws<SpikeDataException>(() => new ExtractSharp(6).Apply(Of(frames: 97, skip: 7)));

        Assert.Equal("SPIKE413", error.Id);
        Assert.Contains("Possible are 1, 2, 3, 4, 5, 7, 13.", error.Message, StringComparison.Ordinal);
    }

    static Exposures Of(int frames, int skip, int factor = 8)
    {
        var clip = new Clip(new("/", new CpuDevice()), new("clip", "", ["clip.mp4"]), new(8, 8), []) { Factor = factor };
        return new Expose(frames, skip).Apply(clip);
    }
}
