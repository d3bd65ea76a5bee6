using SpikeData.Compute;

namespace SpikeData.Training.Tests;

public sealed class MotionStatisticsTests
{
    [Fact]
    public void Motion_IsTheWayFromTheFirstFrameToTheSecond_InPixelsOfTheFrame()
    {
        MotionStatistics motion = Measure(toFirst: (-1.5f, -2), toSecond: (1.5f, 2), scale: 4);
        Assert.Equal(20, motion.Largest);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0.25)]
    [InlineData(-1, 0.25)]
    [InlineData(100, 1)]
    public void PixelsWhoseMotionPointsOutOfTheFrame_AreCounted(float u, double share) =>
        Assert.Equal(share, Measure(toFirst: (0, 0), toSecond: (u, 0), scale: 1).Leaving);

    [Fact]
    public void MotionThatIsNoNumber_IsNoLongerThanAnyFrame() => Assert.Equal(1 << 14, Measure((0, 0), (float.PositiveInfinity, 0), 1).Largest);

    [Fact]
    public void PixelsThatTilesShare_AreCountedOnce_AndLeaveTheFrameNotTheTile()
    {
        using CpuDevice device = new();
        using Tape tape = new(device);
        MotionStatistics motion = new();
        Tensor right = tape.Input(new(1, 4, 1, 4), [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0]);
        motion.Add(tape, new(right, right), new(6, 1), new(0, 0, 1, 4, 2));
        Assert.Equal(0, motion.Leaving);
        motion.Add(tape, new(right, right), new(6, 1), new(0, 2, 1, 4, 2));
        Assert.Equal(Math.Round(1 / 6.0, 4), motion.Leaving);
    }

    /// <summary>An even motion over a frame of 4x4 grid pixels, of which the padding to 8x8 moves otherwise.</summary>
    static MotionStatistics Measure((float X, float Y) toFirst, (float X, float Y) toSecond, int scale)
    {
        using CpuDevice device = new();
        using Tape tape = new(device);
        float[] even = [toFirst.X, toFirst.Y, toSecond.X, toSecond.Y], planes = new float[4 * 64];
        for (int i = 0; i < planes.Length; i++) planes[i] = i % 8 < 4 && i / 8 % 8 < 4 ? even[i / 64] : 1000;
        MotionStatistics motion = new();
        motion.Add(tape, new(tape.Constant(Shape.Scalar, 0), tape.Input(new(1, 4, 8, 8), planes), scale), new(4 * scale, 4 * scale), new(0, 0, 4 * scale, 4 * scale, 0));
        return motion;
    }
}
