using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>A straight way through a pixel of a frame between two frames: where it begins in the left and where it ends in the right one.</summary>
readonly struct Passage<TLane>
    where TLane : struct, IIntLane<TLane>
{
    /// <param name="x">The pixel's column, in 1/32 pixel, as all of these.</param>
    /// <param name="y">Its row.</param>
    /// <param name="across">The whole way to the right.</param>
    /// <param name="down">The whole way down.</param>
    /// <param name="instant">When the pixel is passed.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Passage(TLane x, TLane y, TLane across, TLane down, Instant instant)
    {
        (StartX, StartY) = (x - instant.Gone(across), y - instant.Gone(down));
        (EndX, EndY) = (StartX + across, StartY + down);
    }

    public TLane StartX { get; }

    public TLane StartY { get; }

    public TLane EndX { get; }

    public TLane EndY { get; }
}
