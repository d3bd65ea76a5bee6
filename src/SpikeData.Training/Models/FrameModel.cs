using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>What networks that make frames between frames learn from.</summary>
/// <param name="Footage">What is learned from.</param>
/// <param name="HeldOut">What is measured with; null for parts of the footage.</param>
/// <param name="Rule">What a window is.</param>
/// <param name="Variations">How windows are varied.</param>
sealed record FrameModel(IReadOnlyList<IFootage> Footage, IReadOnlyList<IFootage>? HeldOut, WindowRule Rule, Variations Variations)
{
    /// <exception cref="SpikeDataException">SPIKE519: a network cannot take such windows.</exception>
    public void Check(int sideMultiple)
    {
        if (Rule.Side % sideMultiple != 0)
            throw new SpikeDataException("SPIKE519", $"'crop' is {Rule.Side}; the network takes multiples of {sideMultiple}, such as {Math.Max(Rule.Side / sideMultiple, 1) * sideMultiple}.");
        if (Rule.Span.First < 2 || Rule.Span.Last < Rule.Shortest)
            throw new SpikeDataException("SPIKE519", $"'span' is {Rule.Span}; a frame must lie between the first and the second{(Rule.MiddleOnly ? ", in the middle" : "")}: 2..2 is the shortest.");
    }
}
