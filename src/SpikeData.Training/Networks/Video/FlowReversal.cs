namespace SpikeData.Training;

/// <summary>Flows from an instant to two frames, from the flows between the frames.</summary>
/// <remarks>XVFI, section 3.2, equations 1 to 3.</remarks>
static class FlowReversal
{
    /// <param name="forth">The flow from first to second, [N, 2, H, W].</param>
    /// <param name="back">The flow from second to first.</param>
    /// <param name="forthImportance">How much each of its pixels counts, [N, 1, H, W], 0 to 1.</param>
    /// <param name="backImportance">The same for the flow back.</param>
    /// <param name="instants">One per image.</param>
    public static (Tensor ToFirst, Tensor ToSecond) Of(
        Tensor forth, Tensor back, Tensor forthImportance, Tensor backImportance, ReadOnlySpan<float> instants)
    {
        float[] t = instants.ToArray(), rest = [.. t.Select(instant => 1 - instant)];
        Tensor ones = forth.Tape.Constant(forthImportance.Shape, 1);
        Tensor forthPart = forth.ScaleImages(t), backPart = back.ScaleImages(rest);
        Tensor thrownForth = forth.Splat(forthPart, forthImportance), thrownBack = back.Splat(backPart, backImportance);
        Tensor weights = ones.Splat(forthPart, forthImportance).ScaleImages(rest).Add(ones.Splat(backPart, backImportance).ScaleImages(t));
        float[] early = Products(rest, t), late = Products(t, t), square = Products(rest, rest);
        Tensor toFirst = thrownBack.ScaleImages(late).Subtract(thrownForth.ScaleImages(early));
        Tensor toSecond = thrownForth.ScaleImages(square).Subtract(thrownBack.ScaleImages(early));
        return (toFirst.DividePixels(weights), toSecond.DividePixels(weights));
    }

    static float[] Products(float[] a, float[] b) => [.. a.Zip(b, (x, y) => x * y)];
}
