using System.Globalization;

namespace SpikeData.Training;

/// <summary>The U-Net with which IFNet corrects the mixture of two warped frames.</summary>
sealed class FusionNet
{
    const int Depth = 4, Inputs = 17;

    readonly PReluHalving[] down;
    readonly PReluDoubling[] up;
    readonly ConvolutionLayer last;

    public FusionNet(ParameterSet parameters, string name, int width)
    {
        down = [.. Enumerable.Range(0, Depth).Select(i => new PReluHalving(parameters, Name("down", i), i == 0 ? Inputs : width << (i + 1), width << (i + 1)))];
        up = [.. Enumerable.Range(0, Depth).Select(i => new PReluDoubling(parameters, Name("up", i), width << (Depth + 1 - i), width << (Depth - 1 - i)))];
        last = new(parameters, $"{name}.conv", width, 3, 3, padding: Padding.All(1));

        string Name(string part, int i) => string.Create(CultureInfo.InvariantCulture, $"{name}.{part}{i}");
    }

    /// <param name="x">Frames, warped frames, mask and flows, [N, 17, H, W].</param>
    /// <param name="first">The context of the first frame at four scales.</param>
    /// <param name="second">The context of the second.</param>
    /// <returns>[N, 3, H, W], 0 to 1, where 0.5 changes nothing.</returns>
    public Tensor Apply(Tensor x, Tensor[] first, Tensor[] second)
    {
        Tensor[] seen = new Tensor[Depth];
        for (int i = 0; i < Depth; i++) seen[i] = down[i].Apply(i == 0 ? x : seen[i - 1].Concat(first[i - 1], second[i - 1]));
        Tensor y = up[0].Apply(seen[^1].Concat(first[^1], second[^1]));
        for (int i = 1; i < Depth; i++) y = up[i].Apply(y.Concat(seen[^(i + 1)]));
        return last.Apply(y).Sigmoid();
    }
}
