namespace SpikeData.Training;

/// <summary>Two warped frames mixed by nearness in time and by what each of them shows.</summary>
/// <remarks>XVFI, section 3.2, equation 5.</remarks>
static class OcclusionBlend
{
    /// <param name="visible">[N, 1, H, W]: how much of a pixel the first frame shows, 0 to 1.</param>
    /// <param name="instants">One per image.</param>
    public static Tensor Of(Tensor first, Tensor second, Tensor visible, ReadOnlySpan<float> instants)
    {
        float[] t = instants.ToArray(), rest = [.. t.Select(instant => 1 - instant)];
        Tensor ofFirst = visible.ScaleImages(rest), ofSecond = visible.Scale(-1, 1).ScaleImages(t);
        return first.MultiplyPixels(ofFirst).Add(second.MultiplyPixels(ofSecond)).DividePixels(ofFirst.Add(ofSecond));
    }
}
