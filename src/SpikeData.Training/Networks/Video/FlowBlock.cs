using System.Globalization;

namespace SpikeData.Training;

/// <summary>A block of IFNet: what is to be changed about flows and mask, found on images made smaller.</summary>
sealed class FlowBlock
{
    const int Depth = 8, FlowChannels = 4;

    readonly PReluConvolution half, quarter;
    readonly PReluConvolution[] chain;
    readonly TransposedConvolutionLayer last;

    /// <param name="inputs">Channels it takes, flows included.</param>
    public FlowBlock(ParameterSet parameters, string name, int inputs, int width)
    {
        half = new(parameters, $"{name}.conv0.0", inputs, width / 2, stride: 2);
        quarter = new(parameters, $"{name}.conv0.1", width / 2, width, stride: 2);
        chain = [.. Enumerable.Range(0, Depth).Select(i => new PReluConvolution(
            parameters, string.Create(CultureInfo.InvariantCulture, $"{name}.convblock.{i}"), width, width))];
        last = new(parameters, $"{name}.lastconv", width, FlowChannels + 1, 4, stride: 2, padding: 1);
    }

    /// <param name="motion">The flows so far, [N, 4, H, W], if there are any.</param>
    /// <param name="scale">How many times smaller the images are made.</param>
    /// <returns>[N, 5, H, W]: changes of flows and mask.</returns>
    public Tensor Apply(Tensor x, Tensor? motion, int scale) => x.Tape.KeepOnly(() =>
    {
        if (scale != 1) x = x.ResizeBilinear(1f / scale);
        if (motion is not null) x = x.Concat(scale == 1 ? motion : motion.ResizeBilinear(1f / scale).Scale(1f / scale));
        Tensor seen = quarter.Apply(half.Apply(x)), y = seen;
        foreach (PReluConvolution layer in chain) y = layer.Apply(y);
        Tensor change = last.Apply(y.Add(seen)).ResizeBilinear(2 * scale);
        return [change.Slice(0, FlowChannels).Scale(2 * scale).Concat(change.Slice(FlowChannels, 1))];
    })[0];
}
