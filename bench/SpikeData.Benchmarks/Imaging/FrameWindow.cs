using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Benchmarks;

/// <summary>Three neighboring frames of a clip, at a size of choice, moving through it in steps.</summary>
sealed class FrameWindow(Device device, IFrameReader reader, int height, int width) : IDisposable
{
    const int Size = 3;
    readonly FramePool read = new(device, reader.Height, reader.Width, 1), resized = new(device, height, width, Size);
    readonly FrameResizer resizer = new(device, reader.Height, reader.Width, height, width);
    readonly List<Frame> frames = [];

    public Frame Left => frames[0];

    public Frame Middle => frames[1];

    public Frame Right => frames[2];

    /// <summary>Moves on by some frames, to the first three at first; false at the end of the clip.</summary>
    public bool MoveNext(int step)
    {
        if (frames.Count > 0) reader.Skip(Math.Max(step - Size, 0));
        for (; step > 0 && frames.Count > 0; step--)
        {
            frames[0].Dispose();
            frames.RemoveAt(0);
        }

        while (frames.Count < Size)
        {
            using Frame source = read.Lease();
            if (!reader.TryRead(source.Pixels.Span)) return false;
            frames.Add(resized.Lease());
            resizer.Resize(source, frames[^1]);
        }

        return true;
    }

    public void Dispose()
    {
        foreach (Frame frame in frames) frame.Dispose();
        resizer.Dispose();
        resized.Dispose();
        read.Dispose();
    }
}
