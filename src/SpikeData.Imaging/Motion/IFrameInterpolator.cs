namespace SpikeData.Imaging;

/// <summary>Makes up the frames between two neighboring frames of a clip.</summary>
/// <remarks>Not for several threads at once; each clip has its own.</remarks>
public interface IFrameInterpolator : IDisposable
{
    /// <summary>Chooses the two frames. They are looked at until the next call, so they stay leased that long.</summary>
    void SetPair(Frame left, Frame right);

    /// <summary>Writes the frame at a time between the two.</summary>
    /// <param name="numerator">The time's numerator: how many steps after the left frame, at least 1, below <paramref name="denominator"/>.</param>
    /// <param name="denominator">In how many steps the time between the two frames is divided; 2 to 256.</param>
    /// <param name="target">A frame of the same size.</param>
    void Between(int numerator, int denominator, Frame target);
}
