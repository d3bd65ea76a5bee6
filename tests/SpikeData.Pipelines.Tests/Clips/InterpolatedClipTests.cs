using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines.Tests;

/// <summary>Frames between frames: how many, at which moments, and what is known of the clip afterwards.</summary>
public sealed class InterpolatedClipTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly CpuDevice device = new();
    SyntheticSource? source;

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(1, 8, 1)]
    [InlineData(4, 1, 4)]
    [InlineData(4, 8, 25)]
    public void ClipOfRFrames_BecomesFTimesROneLess_PlusOne(int frames, int factor, int expected)
    {
        Clip clip = new Interpolate(new Linear(), factor).Apply(Clip(frames, _ => 0));

        Assert.Equal(expected, clip.Count);
        Assert.Equal(expected, Gray(clip).Count());
        Assert.Equal(factor, clip.Factor);
        Assert.Equal(0, source!.FramesOut);
    }

    [Fact]
    public void LinearFrames_LieEvenlyBetweenTheirNeighbors() => Assert.Equal(
        [0, 10, 20, 30, 40, 60, 80, 100, 120],
        Gray(new Interpolate(new Linear(), 4).Apply(Clip(3, index => (byte)(index * (index + 1) * 20)))));

    [Fact]
    public void RecordedFrames_PassUnchanged() => Assert.Equal(
        Enumerable.Range(0, 20).Select(index => (index * 13) % 256),
        Gray(new Interpolate(new Linear(), 3).Apply(Clip(20, index => (byte)(index * 13)))).Where((_, index) => index % 3 == 0));

    [Fact]
    public void FramesThatAlreadyLieBetween_AreOnlyCounted()
    {
        Clip clip = new Interpolate(new NoInterpolation(), 8).Apply(Clip(17, index => (byte)index));

        Assert.Equal(8, clip.Factor);
        Assert.Equal(Enumerable.Range(0, 17), Gray(clip));
    }

    [Fact]
    public void EachEnumeration_BeginsAtTheFirstFrame()
    {
        Clip clip = new Interpolate(new Linear(), 2).Apply(Clip(3, index => (byte)(2 * index)));

        Assert.Equal(Gray(clip).ToArray(), Gray(clip).ToArray());
    }

    [Fact]
    public void LongClip_StaysAFewFramesInMemory()
    {
        Clip clip = new Interpolate(new Linear(), 8).Apply(Clip(500, index => (byte)index));

        Assert.Equal((499 * 8) + 1, Gray(clip).Count());

        // Two are interpolated between, and each may also wait to be taken.
        Assert.InRange(source!.MostFramesOut, 2, 4);
    }

    public void Dispose()
    {
        device.Dispose();
        folder.Dispose();
    }

    Clip Clip(int frames, Func<int, byte> brightness)
    {
        source = new(frames) { Folder = folder, Brightness = brightness };
        var workspace = new Workspace(folder.Path, device);
        return source.Open(source.Apply(workspace)[0], workspace);
    }

    static IEnumerable<int> Gray(Clip clip)
    {
        foreach (Frame frame in clip.Frames)
        {
            using (frame) yield return frame.Pixels.Span[0];
        }
    }
}
