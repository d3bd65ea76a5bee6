using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Cli;

/// <summary>Frames in an array as a clip, and a clip's frames as an array: [T, H, W, 3] bytes, blue, green, red.</summary>
static class ArrayClip
{
    internal const string Axes = "T, H, W, 3";

    internal static Clip Of(NdArray frames, Device device)
    {
        FrameSize size = new(frames.Shape[2], frames.Shape[1]);
        return new(new Workspace(Environment.CurrentDirectory, device), new ClipSource("arrays", "", []), size, Frames(frames, size, device)) { Count = frames.Shape[0] };
    }

    internal static NdArray ToArray(Clip clip)
    {
        if (clip.Count * ((long)clip.Size.Height * clip.Size.Width * 3) > Array.MaxLength)
            throw new SpikeDataException("SPIKE462", $"{clip.Count} frames of {clip.Size.Width}x{clip.Size.Height} are more than an array holds, which is 2 GiB. Give fewer or smaller frames.");
        using MemoryStream bytes = new();
        int count = 0;
        foreach (Frame frame in clip.Frames)
        {
            using (frame) bytes.Write(Bytes(frame));
            count++;
        }

        return new(ElementType.UInt8, [count, clip.Size.Height, clip.Size.Width, 3], bytes.ToArray());
    }

    static IEnumerable<Frame> Frames(NdArray frames, FrameSize size, Device device)
    {
        int bytes = size.Height * size.Width * 3;
        for (int i = 0; i < frames.Shape[0]; i++)
        {
            Buffer<byte> pixels = device.Allocate<byte>(bytes);
            pixels.Upload(frames.Bytes.Slice(i * bytes, bytes));
            yield return new(pixels, size.Height, size.Width, buffer => buffer.Dispose());
        }
    }

    static byte[] Bytes(Frame frame)
    {
        byte[] bytes = new byte[frame.Height * frame.Width * 3];
        frame.Pixels.Download(bytes);
        return bytes;
    }
}
