namespace SpikeData.Training;

/// <summary>What XVFI-Net knows of two frames before it is told an instant.</summary>
/// <param name="Frame0">[N, 3, H, W].</param>
/// <param name="Frame1">The frames after them.</param>
/// <param name="Features0">[N, width, h, w], smaller by the module scale.</param>
/// <param name="Features1">Those of the second frames.</param>
/// <param name="Motion">[N, 6, h, w]: the flow from first to second, the flow back, and the logits of their importance.</param>
public sealed record XvfiPair(Tensor Frame0, Tensor Frame1, Tensor Features0, Tensor Features1, Tensor Motion)
{
    /// <summary>The flows from an instant to both frames: complementary flow reversal.</summary>
    /// <remarks>XVFI, section 3.2: both flows are thrown to the instant, and where both arrive they vote by importance and nearness in time.</remarks>
    /// <param name="instants">One per pair, between 0 and 1.</param>
    public (Tensor ToFirst, Tensor ToSecond) Reverse(ReadOnlySpan<float> instants) => FlowReversal.Of(
        Motion.Slice(0, 2), Motion.Slice(2, 2), Motion.Slice(4, 1).Sigmoid(), Motion.Slice(5, 1).Sigmoid(), instants);
}
