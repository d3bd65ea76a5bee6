using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Training.Tests;

/// <summary>Frames between two golden frames, made by a network and compared with the public implementation's.</summary>
static class GoldenFrames
{
    const float Tolerance = 1e-4f;

    public static void AssertMakes(Device device, IVideoNetwork network, string file, params (string Name, float Instant)[] frames)
    {
        using Tape tape = new(device) { Records = false };
        NdArray pair = Golden.Read(file, "frames_u8");
        (int height, int width) = (pair.Shape[1], pair.Shape[2]);
        Tensor first = tape.Input(network, pair.Bytes[..(height * width * 3)], height, width);
        Tensor second = tape.Input(network, pair.Bytes[(height * width * 3)..], height, width);
        int i = 0;
        foreach (VideoFrame made in network.Interpolate(first, second, frames.Select(frame => frame.Instant)))
        {
            float[] actual = new float[3 * height * width];
            tape.ReadFrame(made.Frame, height, width, actual);
            Assert.Equal(Golden.Read<float>(file, frames[i++].Name), actual, (a, b) => MathF.Abs(a - b) <= Tolerance);
        }

        Assert.Equal(frames.Length, i);
    }
}
