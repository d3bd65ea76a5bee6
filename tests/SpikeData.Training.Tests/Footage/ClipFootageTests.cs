using SpikeData.Compute;

namespace SpikeData.Training.Tests;

public sealed class ClipFootageTests
{
    [Fact]
    public void Window_IsAPartOfThreeFramesInTheOrderOfTime()
    {
        FrameCache strip = new("numbers", new(40, 36),
            [.. Enumerable.Range(0, 9).Select(frame => Enumerable.Repeat((byte)frame, 40 * 36 * 3).ToArray())]);
        ClipFootage footage = new([strip], TestFootage.Rule(32), windows: null);
        Triplet window = new(32, 32);
        for (int turn = 0; turn < 20; turn++)
        {
            footage.Cut(turn, new(new(1, 2), 0, turn), window);
            (int first, int truth, int second) = (window.First[0], window.Truth[0], window.Second[0]);
            Assert.Equal(turn % footage.Windows, first);
            Assert.InRange(second - first, 2, 4);
            Assert.Equal((float)(truth - first) / (second - first), window.Timestep);
        }
    }

    [Fact]
    public void PartsOfAWindow_ComeFromOnePlace()
    {
        byte[] ramp = [.. Enumerable.Range(0, 40 * 36 * 3).Select(i => (byte)(i / 3 % 40 + i / 120))];
        ClipFootage footage = new([new("ramp", new(40, 36), [ramp, ramp, ramp])], TestFootage.Rule(32), windows: null);
        Triplet window = new(32, 32);
        footage.Cut(0, new(new(1, 2), 0, 0), window);
        Assert.Equal(window.First, window.Truth);
        Assert.Equal(window.First, window.Second);
        Assert.Equal(window.First[0] + 31 + 31, window.First[^1]);
    }

    [Fact]
    public void MiddleFrames_LieInTheMiddle()
    {
        WindowRule rule = new(new(2, 7), MiddleOnly: true, 32);
        for (int i = 0; i < 50; i++)
        {
            (int truth, int second) = rule.Draw(new(new(3, 4), 0, i), 5);
            Assert.Equal(second, 2 * truth);
            Assert.InRange(second, 2, 4);
        }
    }

    [Fact]
    public void Division_HoldsOutTheEnd()
    {
        (Footage learned, Footage heldOut) = TestFootage.Clips(64, frames: 40).Divide();
        Assert.Equal(35 - 2, learned.Windows);
        Assert.Equal(5 - 2, heldOut.Triplets);
    }

    [Fact]
    public void ClipSmallerThanAWindow_IsAnError() =>
        Assert.Equal("SPIKE518", Assert.Throws<SpikeDataException>(() => TestFootage.Clips(80)).Id);

    [Fact]
    public void SameNumbers_ComeWhateverWasDrawnBefore()
    {
        Rng one = new(new(1, 2), 3, 4), again = new(new(1, 2), 3, 4), other = new(new(1, 2), 3, 5);
        int[] drawn = [.. Enumerable.Range(0, 9).Select(_ => one.Below(1000))];
        Assert.Equal(drawn, Enumerable.Range(0, 9).Select(_ => again.Below(1000)));
        Assert.NotEqual(drawn, Enumerable.Range(0, 9).Select(_ => other.Below(1000)));
    }
}
