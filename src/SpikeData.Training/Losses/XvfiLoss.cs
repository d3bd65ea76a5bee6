namespace SpikeData.Training;

/// <summary>How far XVFI-Net's frames lie from the true ones on all levels, and how rough its flows are where the image is smooth.</summary>
/// <remarks>XVFI, section 3.4. Coarser levels see frames that were made smaller by bicubic interpolation.</remarks>
/// <param name="smoothness">What the roughness of the finest flows counts.</param>
/// <param name="sharpness">Colors, from -1 to 1, that differ by more than about its inverse are an edge.</param>
public sealed class XvfiLoss(float smoothness = 0.5f, float sharpness = 150)
{
    readonly EdgeAwareSmoothness roughness = new(sharpness);

    /// <param name="first">[N, 3, H, W] with sides that are multiples of the network's.</param>
    /// <param name="truth">The true frames at the instants.</param>
    /// <param name="instants">One for each pair.</param>
    public Tensor Of(XvfiNet network, Tensor first, Tensor second, Tensor truth, ReadOnlySpan<float> instants)
    {
        IReadOnlyList<XvfiFrame> made = network.ApplyOnAllLevels(first, second, instants);
        Tensor? sum = null;
        for (int level = 0; level < made.Count; level++)
        {
            Tensor distance = Loss.MeanAbsolute(made[level].Frame, truth.ResizeBicubic(1 << level));
            sum = sum is null ? distance : sum.Add(distance);
        }

        return sum!.Scale(1f / made.Count).Add(roughness.Of(made[0].Flows, truth.ResizeBicubic(network.ModuleScale)).Scale(smoothness));
    }
}
