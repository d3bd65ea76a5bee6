namespace SpikeData.Training;

/// <summary>How far flows differ from pixel to pixel, where the image does not.</summary>
/// <remarks>Jonschkowski et al., "What Matters in Unsupervised Optical Flow", 2020, first order.</remarks>
/// <param name="sharpness">Colors that differ by more than about its inverse are an edge.</param>
public sealed class EdgeAwareSmoothness(float sharpness = 150)
{
    /// <summary>mean(|du| exp(-sharpness^2 mean over colors of di^2)), averaged over both directions.</summary>
    /// <param name="flow">[N, C, H, W].</param>
    /// <param name="image">[N, 3, H, W].</param>
    public Tensor Of(Tensor flow, Tensor image) => Along(flow, image, 0, 1).Add(Along(flow, image, 1, 0)).Scale(0.5f);

    Tensor Along(Tensor flow, Tensor image, int down, int right)
    {
        Tensor edges = Step(image, down, right).Square().ChannelMean().Scale(-sharpness * sharpness).Exp();
        return Step(flow, down, right).Abs().MultiplyPixels(edges).Mean();
    }

    /// <summary>What the neighbor has more.</summary>
    static Tensor Step(Tensor x, int down, int right)
    {
        (int height, int width) = (x.Shape.Height - down, x.Shape.Width - right);
        return x.Crop(down, right, height, width).Subtract(x.Crop(0, 0, height, width));
    }
}
