namespace SpikeData.Training;

/// <summary>The U-Net with which XVFI-Net decides which frame shows a pixel, and what to add to it.</summary>
sealed class BlendingNet
{
    readonly ConvolutionLayer half, quarter, eighth, deep, quarterAgain, halfAgain, last;

    public BlendingNet(ParameterSet parameters, string name, int inputs, int width)
    {
        // Files of weights have these two, and no layer uses them.
        foreach (string unused in (string[])["conv1", "conv2"])
        {
            parameters.AddConstant($"{name}.{unused}.weight", 0, isTrained: false, width, width, 3, 3);
            parameters.AddConstant($"{name}.{unused}.bias", 0, isTrained: false, width);
        }

        half = Halving("enc1", inputs, width);
        quarter = Halving("enc2", width, 2 * width);
        eighth = Halving("enc3", 2 * width, 4 * width);
        deep = Flat("dec0", 4 * width, 4 * width, 0);
        quarterAgain = Flat("dec1", 6 * width, 2 * width, 0);
        halfAgain = Flat("dec2", 3 * width, width, 0);
        last = Flat("dec3", width, 4, 1);

        ConvolutionLayer Halving(string layer, int from, int to) => new(parameters, $"{name}.{layer}", from, to, 4, stride: 2, Padding.All(1), slope: 0);
        ConvolutionLayer Flat(string layer, int from, int to, float slope) =>
            new(parameters, $"{name}.{layer}", from, to, 3, padding: Padding.All(1), slope: slope);
    }

    /// <returns>[N, 4, H, W]: the logit of what the first frame shows, and three colors to add.</returns>
    public Tensor Apply(Tensor x) => x.Tape.KeepOnly(() =>
    {
        Tensor atHalf = half.Apply(x), atQuarter = quarter.Apply(atHalf);
        Tensor y = deep.Apply(eighth.Apply(atQuarter)).ResizeNearest(2);
        y = quarterAgain.Apply(y.Concat(atQuarter)).ResizeNearest(2);
        return [last.Apply(halfAgain.Apply(y.Concat(atHalf)).ResizeNearest(2))];
    })[0];
}
