namespace SpikeData.Training;

/// <summary>Cuts the way back.</summary>
public static class Detachment
{
    /// <summary>The same numbers, which no gradient passes.</summary>
    public static Tensor Detach(this Tensor x)
    {
        if (!x.NeedsGradient) return x;
        Tensor y = x.Tape.New(x.Shape, needsGradient: false);
        x.Tape.Run(new Transform(x.Values, 1, 0, new(y.Values)), 1, x.Shape.Length);
        return y;
    }
}
