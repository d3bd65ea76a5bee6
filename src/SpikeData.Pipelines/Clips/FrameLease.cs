using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Lets two hold one frame.</summary>
static class FrameLease
{
    /// <summary>Two leases in place of one; the memory goes back when both are disposed.</summary>
    public static (Frame First, Frame Second) Split(Frame frame)
    {
        int leases = 2;
        return (Lease(), Lease());

        Frame Lease() => new(frame.Pixels, frame.Height, frame.Width, _ =>
        {
            if (Interlocked.Decrement(ref leases) == 0) frame.Dispose();
        });
    }
}
