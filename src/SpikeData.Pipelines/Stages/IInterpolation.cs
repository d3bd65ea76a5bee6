namespace SpikeData.Pipelines;

/// <summary>A way to make up the frames between two frames. Records marked <see cref="VariantAttribute"/>, on any floor, add more ways.</summary>
public interface IInterpolation
{
    /// <summary>The same clip with factor - 1 new frames in each gap.</summary>
    Clip Interpolate(Clip clip, int factor);
}
