using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Training;

namespace SpikeData.Cli;

/// <summary>Arrays of images, [N, C, H, W] of float32, as tensors and back.</summary>
static class ImageArrays
{
    /// <summary>Puts one image of an array on a tape.</summary>
    internal static Tensor Input(this Tape tape, NdArray images, int index)
    {
        Shape shape = new(1, images.Shape[1], images.Shape[2], images.Shape[3]);
        return tape.Input(shape, images.As<float>().Slice(index * shape.Length, shape.Length));
    }

    /// <summary>Applies a network to one image after the other; memory is that of one.</summary>
    /// <param name="images">Tells how many there are.</param>
    internal static NdArray ForEachImage(this NdArray images, Device device, Func<Tape, int, Tensor> network) => Stack(device, images.Shape[0], network);

    /// <summary>The results of a network as one array, [N, C, H, W].</summary>
    internal static NdArray Stack(Device device, int count, Func<Tape, int, Tensor> network)
    {
        using Tape tape = new(device) { Records = false };
        float[] results = [];
        Shape shape = default;
        for (int i = 0; i < count; i++)
        {
            tape.Clear();
            Tensor y = network(tape, i);
            if (i == 0) results = new float[checked(count * (shape = y.Shape).Length)];
            tape.Read(y, results.AsSpan(i * shape.Length, shape.Length));
        }

        return NdArray.Of<float>(results, count, shape.Channels, shape.Height, shape.Width);
    }
}
