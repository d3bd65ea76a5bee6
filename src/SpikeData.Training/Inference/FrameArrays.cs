using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Training;

/// <summary>
/// Frames between two frames that a network makes, as arrays: "frames" [2, H, W, 3] of bytes and "t" [n] of float32 give [n, 3, H, W].
/// </summary>
public static class FrameArrays
{
    /// <summary>Makes the frames that the input asks for.</summary>
    /// <exception cref="SpikeDataException">SPIKE561: an instant is not between the frames.</exception>
    public static NdArray Between(this IVideoNetwork network, Npz input, Device device)
    {
        NdArray frames = input.Read<byte>("frames", "2, H, W, 3"), instants = input.Read<float>("t", "n");
        (int height, int width) = (frames.Shape[1], frames.Shape[2]);
        if (instants.As<float>().ContainsAnyExceptInRange(0, 1))
            throw ImageArrays.Misfit("'t' has numbers that are not between 0, the first frame, and 1, the second");
        using Tape tape = new(device) { Records = false };
        int bytes = height * width * 3;
        Tensor first = tape.Input(network, frames.Bytes[..bytes], height, width), second = tape.Input(network, frames.Bytes[bytes..], height, width);
        float[] made = new float[checked(instants.Length * bytes)];
        int i = 0;
        foreach (VideoFrame frame in network.Interpolate(first, second, instants.As<float>().ToArray()))
            tape.ReadFrame(frame.Frame, height, width, made.AsSpan(i++ * bytes, bytes));
        return NdArray.Of<float>(made, instants.Length, 3, height, width);
    }
}
