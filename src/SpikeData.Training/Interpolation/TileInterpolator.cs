using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>Lets a network make the frames between two frames tile by tile, some frames at a time, so that memory is that of a tile.</summary>
/// <param name="network">The network, whose memory is given back at the end.</param>
/// <param name="video">The same network.</param>
/// <param name="size">The size of frames.</param>
/// <param name="tiles">The parts of a frame.</param>
/// <param name="motion">Told of the motion between every two frames.</param>
/// <param name="finish">Called at the end.</param>
sealed class TileInterpolator(
    Network network, IVideoNetwork video, FrameSize size, IReadOnlyList<Tile> tiles, MotionStatistics motion, Action finish) : IFrameInterpolator
{
    // What depends on a pair alone is found once for so many frames.
    const int Together = 8;

    readonly byte[] left = new byte[size.Height * size.Width * 3], right = new byte[size.Height * size.Width * 3];
    readonly List<byte[]> made = [];
    (int First, int Count, int Denominator) ready;
    bool isMeasured;

    public void SetPair(Frame left, Frame right)
    {
        NetworkInterpolator.Check(left, size);
        NetworkInterpolator.Check(right, size);
        left.Pixels.Download(this.left);
        right.Pixels.Download(this.right);
        (ready, isMeasured) = (default, false);
    }

    public void Between(int numerator, int denominator, Frame target)
    {
        if (ready.Denominator != denominator || numerator < ready.First || numerator >= ready.First + ready.Count)
            Make(numerator, Math.Min(Together, denominator - numerator), denominator);
        target.Pixels.Upload(made[numerator - ready.First]);
    }

    public void Dispose()
    {
        foreach (Parameter parameter in network.Parameters) parameter.Tensor.Dispose();
        finish();
    }

    void Make(int first, int count, int denominator)
    {
        while (made.Count < count) made.Add(new byte[left.Length]);
        float[] instants = [.. Enumerable.Range(first, count).Select(step => (float)step / denominator)];
        foreach (Tile tile in tiles) Make(tile, instants);
        (ready, isMeasured) = ((first, count, denominator), true);
    }

    void Make(Tile tile, float[] instants)
    {
        // One for each tile: a tape keeps memory for the sizes it has seen, and tiles at the border have others.
        using Tape tape = new(network.Device) { Records = false };
        byte[] part = new byte[tile.Height * tile.Width * 3];
        float[] planes = new float[part.Length];
        int i = 0;
        foreach (VideoFrame frame in video.Interpolate(Input(left), Input(right), instants))
        {
            if (i == 0 && !isMeasured) motion.Add(tape, frame, size, tile);
            tape.ReadFrame(frame.Frame, tile.Height, tile.Width, planes);
            video.ToPixels(planes, part);
            tile.BlendInto(made[i++], size.Width, part);
        }

        Tensor Input(byte[] pixels)
        {
            tile.CopyFrom(pixels, size.Width, part);
            return tape.Input(video, part, tile.Height, tile.Width);
        }
    }
}
