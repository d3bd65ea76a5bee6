namespace SpikeData.Training;

/// <summary>Taps of a window along one axis: <c>First, First + Stride, ...</c></summary>
public readonly record struct TapRange(int First, int Stride, int Count)
{
    /// <summary>The i-th tap, counted from the last.</summary>
    public int Reversed(int i) => First + Stride * (Count - 1 - i);
}
