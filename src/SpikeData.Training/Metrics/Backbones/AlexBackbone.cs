using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>AlexNet, as torchvision has it.</summary>
/// <remarks>Krizhevsky, "One weird trick for parallelizing convolutional neural networks", 2014.</remarks>
sealed class AlexBackbone : LpipsBackbone
{
    readonly ConvolutionLayer[] layers;

    public AlexBackbone(Device device)
        : base(device, 64, 192, 384, 256, 256) => layers =
    [
        Convolution(0, 3, 64, 11, stride: 4, padding: 2), Convolution(3, 64, 192, 5, padding: 2),
        Convolution(6, 192, 384, 3, padding: 1), Convolution(8, 384, 256, 3, padding: 1), Convolution(10, 256, 256, 3, padding: 1),
    ];

    protected override void LookScaled(Tensor x, Span<Tensor> taps)
    {
        for (int i = 0; i < layers.Length; i++)
        {
            if (i is 1 or 2) x = x.MaxPoolOverlapping(keepsRest: false);
            taps[i] = x = layers[i].Apply(x);
        }
    }
}
