using System.Globalization;

namespace SpikeData.Training;

/// <summary>What IFNet sees in a frame at four scales, warped to the instant.</summary>
sealed class ContextNet(ParameterSet parameters, string name, int width)
{
    const int Depth = 4;

    readonly PReluHalving[] halvings = [.. Enumerable.Range(0, Depth).Select(i => new PReluHalving(
        parameters, string.Create(CultureInfo.InvariantCulture, $"{name}.conv{i + 1}"), i == 0 ? 3 : width << (i - 1), width << i))];

    /// <param name="flow">From the instant to the frame, [N, 2, H, W].</param>
    public Tensor[] Apply(Tensor frame, Tensor flow)
    {
        Tensor[] warped = new Tensor[Depth];
        Tensor x = frame;
        for (int i = 0; i < Depth; i++)
        {
            x = halvings[i].Apply(x);
            flow = flow.ResizeBilinear(0.5f).Scale(0.5f);
            warped[i] = x.Warp(flow, Border.Repeat);
        }

        return warped;
    }
}
