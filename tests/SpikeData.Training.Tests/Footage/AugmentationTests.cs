namespace SpikeData.Training.Tests;

public sealed class AugmentationTests
{
    static readonly byte[] Square = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
    static readonly float[] Levels = [.. Enumerable.Range(0, 256).Select(color => (float)color)];

    [Fact]
    public void WindowAsItIs_IsThreePlanes() => Assert.Equal([1, 4, 7, 10, 2, 5, 8, 11, 3, 6, 9, 12], Show(Orientation.None));

    [Fact]
    public void MirroredColumns_ExchangeLeftAndRight() => Assert.Equal([4, 1, 10, 7], Show(new(false, false, true))[..4]);

    [Fact]
    public void RightTurn_TakesTheLeftColumnToTheTop() => Assert.Equal([7, 1, 10, 4], Show(Orientation.RightTurn)[..4]);

    [Fact]
    public void ReversedColors_BeginWithRed() => Assert.Equal([3, 6, 9, 12], Show(Orientation.None, reversed: true)[..4]);

    [Fact]
    public void SwappedTime_ShowsTheSecondFrameFirst_AndCountsTheInstantFromThere()
    {
        using Compute.CpuDevice device = new();
        using Tape tape = new(device);
        Triplet window = new(2, 2) { Timestep = 0.25f };
        (window.First[0], window.Second[0]) = (1, 9);
        FrameBatch lesson = FrameBatch.Of(tape, [window], [new(Orientation.None, false, SwapsTime: true)], Levels);
        Assert.Equal(9, GoldenNetwork.Values(tape, lesson.First)[0]);
        Assert.Equal(1, GoldenNetwork.Values(tape, lesson.Second)[0]);
        Assert.Equal([0.75f], lesson.Timesteps);
    }

    [Fact]
    public void NothingIsVaried_UnlessAskedFor()
    {
        Augmentations none = default;
        Assert.All(Enumerable.Range(0, 30), i => Assert.Equal(new(Orientation.None, false, false), none.Draw(new(new(1, 2), 0, i))));
    }

    static float[] Show(Orientation orientation, bool reversed = false)
    {
        float[] planes = new float[Square.Length];
        new Augmentation(orientation, reversed, SwapsTime: false).Show(Square, 2, Levels, planes);
        return planes;
    }
}
