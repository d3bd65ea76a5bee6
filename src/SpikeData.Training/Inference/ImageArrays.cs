using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Training;

/// <summary>Arrays of images, [N, C, H, W] of float32, as tensors and back.</summary>
public static class ImageArrays
{
    /// <summary>Puts one image of an array on a tape.</summary>
    public static Tensor Input(this Tape tape, NdArray images, int index)
    {
        Shape shape = new(1, images.Shape[1], images.Shape[2], images.Shape[3]);
        return tape.Input(shape, images.As<float>().Slice(index * shape.Length, shape.Length));
    }

    /// <summary>Applies a network to one image after the other, in the memory that one takes.</summary>
    /// <param name="images">Tells how many there are.</param>
    /// <param name="network">What becomes of the image of an index; all results are of one shape.</param>
    /// <returns>The results as one array, [N, C, H, W].</returns>
    public static NdArray ForEachImage(this NdArray images, Device device, Func<Tape, int, Tensor> network)
    {
        using Tape tape = new(device) { Records = false };
        int count = images.Shape[0];
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

    /// <summary>Says why a network cannot take arrays.</summary>
    /// <param name="why">Such as "'x' is float32[1, 2]; three channels were expected".</param>
    public static SpikeDataException Misfit(string why) => new("SPIKE561", $"The network cannot take these arrays: {why}.");

    /// <exception cref="SpikeDataException">SPIKE561: an array has another number of channels.</exception>
    internal static void CheckChannels(NdArray array, string name, int channels)
    {
        if (array.Shape[1] != channels) throw Misfit($"'{name}' is {array}; the weights are for {channels} channels");
    }
}
