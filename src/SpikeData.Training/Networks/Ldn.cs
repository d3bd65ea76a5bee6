using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>The light deblurring network: a sharp color image from a blurry one and the spikes around one instant.</summary>
/// <remarks>Chen et al., "SpikeReveal: Unlocking Temporal Sequences from Real Blurry Inputs with Spike Streams", 2024, section 4.3.</remarks>
public sealed class Ldn : Network
{
    readonly ConvolutionLayer blurHalf, blurQuarter, spikeFirst, spikeSecond, predict;
    readonly ChannelAttention channels;
    readonly SpatialAttention places;
    readonly ResidualBlock firstBlock, secondBlock;
    readonly TransposedConvolutionLayer firstDoubling, secondDoubling;

    /// <param name="spikes">Spike planes it sees at once.</param>
    /// <param name="width">Channels of the first layers; deeper ones have two and four times as many.</param>
    /// <param name="hidden">Numbers in the middle of the channel attention.</param>
    public Ldn(Device device, long seed, int spikes = 21, int width = 16, int hidden = 4)
        : base(device, seed)
    {
        Spikes = spikes;
        blurHalf = new(Parameters, "blur_enc.0", 3, width, 5, stride: 2, Padding.All(2), slope: 0);
        blurQuarter = new(Parameters, "blur_enc2.0", width, 2 * width, 5, stride: 2, Padding.All(2), slope: 0);
        spikeFirst = new(Parameters, "spike_enc.0", spikes, width, 3, padding: Padding.All(1), slope: 0);
        spikeSecond = new(Parameters, "spike_enc2.0", width, 2 * width, 3, padding: Padding.All(1), slope: 0);
        channels = new(Parameters, "ca", 4 * width, hidden);
        places = new(Parameters, "sa");
        firstBlock = new(Parameters, "resBlock1.conv_block.0", "resBlock1.conv_block.3", 4 * width);
        secondBlock = new(Parameters, "resBlock2.conv_block.0", "resBlock2.conv_block.3", 4 * width);
        firstDoubling = new(Parameters, "decoder1.0", 4 * width, 2 * width, 5, stride: 2, padding: 2, outputPadding: 1, slope: 0);
        secondDoubling = new(Parameters, "decoder2.0", 2 * width, width, 5, stride: 2, padding: 2, outputPadding: 1, slope: 0);
        predict = new(Parameters, "pred", 3 + width, 3, 1);
    }

    /// <summary>Spike planes it sees at once.</summary>
    public int Spikes { get; }

    /// <summary>The network of the size its weights have.</summary>
    /// <exception cref="SpikeDataException">SPIKE502, SPIKE560: the weights belong to another network.</exception>
    public static Ldn Of(Device device, Weights weights)
    {
        Ldn network = new(
            device, seed: 0, weights.Length("spike_enc.0.weight", 1), weights.Length("blur_enc.0.weight", 0), weights.Length("ca.fc.0.weight", 0));
        weights.CopyTo(network.Parameters);
        return network;
    }

    /// <param name="blur">[N, 3, H, W] with sides that are multiples of 4.</param>
    /// <param name="spikes">[N, <see cref="Spikes"/>, H / 4, W / 4], 0 or 1.</param>
    /// <returns>[N, 3, H, W], not limited to 0 .. 1.</returns>
    public Tensor Apply(Tensor blur, Tensor spikes)
    {
        if (blur.Shape.Height != 4 * spikes.Shape.Height || blur.Shape.Width != 4 * spikes.Shape.Width)
            throw new ArgumentException($"Spikes at a quarter of the sides of {blur.Shape} were expected; these are {spikes.Shape}.", nameof(spikes));
        Tensor seen = blurQuarter.Apply(blurHalf.Apply(blur)).Concat(spikeSecond.Apply(spikeFirst.Apply(spikes)));
        Tensor fused = secondBlock.Apply(firstBlock.Apply(places.Apply(channels.Apply(seen))));
        return predict.Apply(blur.Concat(secondDoubling.Apply(firstDoubling.Apply(fused))));
    }
}
