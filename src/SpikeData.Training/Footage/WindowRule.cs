using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>Which frames of a clip make a window.</summary>
/// <param name="Span">How many frames the second lies behind the first, at least and at most.</param>
/// <param name="MiddleOnly">Whether the true frame is always the middle one.</param>
/// <param name="Side">The side of the square that is cut out, in pixels.</param>
readonly record struct WindowRule(FrameRange Span, bool MiddleOnly, int Side)
{
    /// <summary>The shortest span there is.</summary>
    public int Shortest => MiddleOnly ? Span.First + Span.First % 2 : Span.First;

    /// <summary>Where the frames lie behind the first one.</summary>
    /// <param name="frames">How many frames follow the first one; at least <see cref="Shortest"/>.</param>
    public (int Truth, int Second) Draw(Rng rng, int frames)
    {
        int longest = Math.Min(Span.Last ?? int.MaxValue, frames), step = MiddleOnly ? 2 : 1;
        int second = Shortest + step * rng.Below((longest - Shortest) / step + 1);
        return (MiddleOnly ? second / 2 : 1 + rng.Below(second - 1), second);
    }
}
