using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>VGG16.</summary>
/// <remarks>Simonyan and Zisserman, "Very Deep Convolutional Networks for Large-Scale Image Recognition", 2015, configuration D.</remarks>
sealed class VggBackbone : LpipsBackbone
{
    readonly ConvolutionLayer[][] blocks;

    public VggBackbone(Device device)
        : base(device, 64, 128, 256, 512, 512) => blocks =
    [
        Block(3, 64, 0, 2), Block(64, 128, 5, 7), Block(128, 256, 10, 12, 14), Block(256, 512, 17, 19, 21), Block(512, 512, 24, 26, 28),
    ];

    protected override void LookScaled(Tensor x, Span<Tensor> taps)
    {
        for (int i = 0; i < blocks.Length; i++)
        {
            if (i > 0) x = x.MaxPool();
            foreach (ConvolutionLayer layer in blocks[i]) x = layer.Apply(x);
            taps[i] = x;
        }
    }

    ConvolutionLayer[] Block(int inputs, int outputs, params int[] places) =>
        [.. places.Select((place, i) => Convolution(place, i == 0 ? inputs : outputs, outputs, 3, padding: 1))];
}
