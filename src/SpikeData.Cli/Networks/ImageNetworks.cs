using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Training;

namespace SpikeData.Cli;

/// <summary>The networks of S-SDM on arrays, one image of the batch after the other.</summary>
static class ImageNetworks
{
    const int SmallestSide = 4;

    internal static NdArray Bsn(Weights weights, Npz input, Device device)
    {
        NdArray x = input.Read<float>("x", "N, C, H, W");
        Bsn network = Training.Bsn.Of(device, weights);
        (int height, int width) = (x.Shape[2], x.Shape[3]);
        if (Math.Min(height, width) < SmallestSide || Math.Max(height, width) >= 3 * Math.Min(height, width))
            throw Misfit($"'x' is {x}; sides of {SmallestSide} or more were expected, the longer one less than three times the shorter");
        CheckChannels(x, "x", network.Channels);
        return x.ForEachImage(device, (tape, image) => network.Apply(tape.Input(x, image)));
    }

    internal static NdArray Edsr(Weights weights, Npz input, Device device)
    {
        NdArray x = input.Read<float>("x", "N, 1, H, W");
        Edsr network = Training.Edsr.Of(device, weights);
        return x.ForEachImage(device, (tape, image) => network.Apply(tape.Input(x, image)));
    }

    internal static NdArray Ldn(Weights weights, Npz input, Device device)
    {
        NdArray blur = input.Read<float>("blur", "N, 3, H, W"), spikes = Spikes(input);
        Ldn network = Training.Ldn.Of(device, weights);
        CheckChannels(spikes, "spikes", network.Spikes);
        int[] expected = [blur.Shape[0], network.Spikes, blur.Shape[2] / network.Scale, blur.Shape[3] / network.Scale];
        if (blur.Shape[2] % Training.Ldn.Side != 0 || blur.Shape[3] % Training.Ldn.Side != 0 || !spikes.Shape.SequenceEqual(expected))
            throw Misfit($"'blur' is {blur} and 'spikes' is {spikes}; sides of 'blur' that are multiples of {Training.Ldn.Side}, and 1/{network.Scale} of them for 'spikes', were expected");
        return blur.ForEachImage(device, (tape, image) => network.Apply(tape.Input(blur, image), tape.Input(spikes, image)));
    }

    /// <summary>Spikes as numbers 0 and 1; bytes, as a simulation gives them, are as good as floats.</summary>
    static NdArray Spikes(Npz input)
    {
        NdArray spikes = input.Read("spikes");
        if (spikes.Type != ElementType.UInt8) return input.Read<float>("spikes", "N, C, H, W");
        _ = input.Read<byte>("spikes", "N, C, H, W");
        float[] numbers = new float[spikes.Length];
        for (int i = 0; i < numbers.Length; i++) numbers[i] = spikes.Bytes[i];
        return NdArray.Of<float>(numbers, spikes.Shape);
    }

    static void CheckChannels(NdArray array, string name, int channels)
    {
        if (array.Shape[1] != channels) throw Misfit($"'{name}' is {array}; the weights are for {channels} channels");
    }

    static SpikeDataException Misfit(string why) => new("SPIKE561", $"The network cannot take these arrays: {why}.");
}
