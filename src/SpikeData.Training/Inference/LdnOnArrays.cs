using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>Deblurs images with spikes: 'blur' [N, 3, H, W] and 'spikes' [N, 21, H/4, W/4] give 'y' [N, 3, H, W].</summary>
[Variant("ldn")]
public sealed record LdnOnArrays : IArrayNetwork
{
    public NdArray Apply(Weights weights, Npz input, Device device)
    {
        NdArray blur = input.Read<float>("blur", "N, 3, H, W"), spikes = Spikes(input);
        Ldn network = Ldn.Of(device, weights);
        ImageArrays.CheckChannels(spikes, "spikes", network.Spikes);
        int[] expected = [blur.Shape[0], network.Spikes, blur.Shape[2] / network.Scale, blur.Shape[3] / network.Scale];
        if (blur.Shape[2] % Ldn.Side != 0 || blur.Shape[3] % Ldn.Side != 0 || !spikes.Shape.SequenceEqual(expected))
        {
            throw ImageArrays.Misfit($"'blur' is {blur} and 'spikes' is {spikes}; sides of 'blur' that are multiples "
                + $"of {Ldn.Side}, and 1/{network.Scale} of them for 'spikes', were expected");
        }

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
}
