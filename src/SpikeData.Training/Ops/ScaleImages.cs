namespace SpikeData.Training;

/// <summary>A factor for each image of a tensor.</summary>
public static class ImageScaling
{
    /// <summary>x(n, c, y, x) times factors[n].</summary>
    public static Tensor ScaleImages(this Tensor x, ReadOnlySpan<float> factors)
    {
        Shape shape = x.Shape;
        if (factors.Length != shape.Batch) throw new ArgumentException($"One factor per image of {shape} was expected; these are {factors.Length}.", nameof(factors));
        if (shape.Batch == 1) return x.Scale(factors[0]);
        float[] weights = new float[shape.Batch * shape.Channels];
        for (int i = 0; i < weights.Length; i++) weights[i] = factors[i / shape.Channels];
        return x.MultiplyChannels(x.Tape.Input(shape with { Height = 1, Width = 1 }, weights));
    }
}
