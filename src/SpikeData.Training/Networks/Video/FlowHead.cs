using System.Globalization;

namespace SpikeData.Training;

/// <summary>Two halvings, two doublings: what XVFI-Net reads flows with, seeing far around each pixel.</summary>
sealed class FlowHead
{
    readonly ConvolutionLayer[] layers;
    readonly int firstDoubling;

    /// <param name="narrows">Whether a 1x1 convolution to the width comes first; otherwise the first halving has twice the width.</param>
    public FlowHead(ParameterSet parameters, string name, int inputs, int width, int outputs, bool narrows = false)
    {
        // PyTorch's Sequential counts rectifiers and enlargements too.
        int[] places = narrows ? [0, 2, 4, 7, 10, 12] : [0, 2, 5, 8, 10];
        ConvolutionLayer[] last =
        [
            Halving(places[^5], narrows ? width : inputs, 2 * width),
            Halving(places[^4], 2 * width, 4 * width),
            Flat(places[^3], 4 * width, 2 * width, 3, 0),
            Flat(places[^2], 2 * width, width, 3, 0),
            Flat(places[^1], width, outputs, 3, 1),
        ];
        layers = narrows ? [Flat(0, inputs, width, 1, 0), .. last] : last;
        firstDoubling = layers.Length - 3;

        string Name(int place) => string.Create(CultureInfo.InvariantCulture, $"{name}.{place}");
        ConvolutionLayer Halving(int place, int from, int to) => new(parameters, Name(place), from, to, 4, stride: 2, Padding.All(1), slope: 0);
        ConvolutionLayer Flat(int place, int from, int to, int kernel, float slope) =>
            new(parameters, Name(place), from, to, kernel, padding: Padding.All(kernel / 2), slope: slope);
    }

    public Tensor Apply(Tensor x) => x.Tape.KeepOnly(() =>
    {
        for (int i = 0; i < layers.Length; i++)
        {
            if (i == firstDoubling || i == firstDoubling + 1) x = x.ResizeNearest(2);
            x = layers[i].Apply(x);
        }

        return [x];
    })[0];
}
