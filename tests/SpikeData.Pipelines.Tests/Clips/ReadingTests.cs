using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines.Tests;

/// <summary>Frames read on other threads come in order, stay few, and are given back whatever happens.</summary>
public sealed class ReadingTests : IDisposable
{
    readonly CpuDevice device = new();
    int framesOut, mostOut;

    public static TheoryData<string> Readers => ["ahead", "together"];

    [Theory]
    [MemberData(nameof(Readers))]
    public void Frames_ComeInOrder(string reader) => Assert.Equal(Enumerable.Range(0, 50), Read(reader, 50).Select(Take));

    [Theory]
    [MemberData(nameof(Readers))]
    public void OnlyAFewFrames_AreReadAhead(string reader)
    {
        foreach (Frame frame in Read(reader, 50)) Take(frame);

        // Those that wait, the one being read, the one just taken.
        Assert.InRange(mostOut, 1, Ahead + 2);
        Assert.Equal(0, framesOut);
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public void FramesNobodyTakes_AreGivenBack(string reader)
    {
        Assert.Equal([0, 1, 2], Read(reader, 50).Take(3).Select(Take).ToArray());

        Assert.Equal(0, framesOut);
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public void UnreadableFrame_FailsAtItsPlace_AndLeavesNothing(string reader)
    {
        var taken = new List<int>();
        var error = Assert.Throws<SpikeDataException>(() =>
        {
            foreach (Frame frame in Read(reader, 50, unreadable: 7)) taken.Add(Take(frame));
        });

        Assert.Equal("SPIKE443", error.Id);
        Assert.Equal(Enumerable.Range(0, 7), taken);
        Assert.Equal(0, framesOut);
    }

    [Fact]
    public void SplitFrame_IsGivenBackOnce_AfterBothHoldersLetGo()
    {
        (Frame first, Frame second) = FrameLease.Split(Lease());

        first.Dispose();
        first.Dispose();
        Assert.Equal(1, framesOut);
        second.Dispose();
        Assert.Equal(0, framesOut);
    }

    public void Dispose() => device.Dispose();

    const int Ahead = 3;

    IEnumerable<Frame> Read(string reader, int count, int unreadable = -1)
    {
        return reader == "ahead" ? ReadAhead.Of(Sequence(), Ahead) : ReadTogether.Of(count, Lease, Fill, Ahead);

        IEnumerable<Frame> Sequence()
        {
            for (int index = 0; index < count; index++)
            {
                Frame frame = Lease();
                try
                {
                    Fill(index, frame);
                }
                catch
                {
                    frame.Dispose();
                    throw;
                }

                yield return frame;
            }
        }

        void Fill(int index, Frame frame)
        {
            if (index == unreadable) throw new SpikeDataException("SPIKE443", "damaged");
            frame.Pixels.Span[0] = (byte)index;
        }
    }

    Frame Lease()
    {
        int now = Interlocked.Increment(ref framesOut);
        lock (device) mostOut = Math.Max(mostOut, now);
        return new(device.Allocate<byte>(3), 1, 1, pixels =>
        {
            pixels.Dispose();
            Interlocked.Decrement(ref framesOut);
        });
    }

    static int Take(Frame frame)
    {
        using (frame) return frame.Pixels.Span[0];
    }
}
