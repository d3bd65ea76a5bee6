namespace SpikeData.Training;

/// <summary>Memory for frames of several clips; what it has no room for is read again whenever it is asked for.</summary>
sealed class FrameMemory(long bytes)
{
    /// <summary>As much as is used of a machine unless said otherwise: 4 GB.</summary>
    public const long Usual = 4L << 30;

    long left = bytes;

    /// <summary>Takes so many bytes of it, if there are any left. Safe on any thread.</summary>
    public bool TryTake(long count)
    {
        if (Interlocked.Add(ref left, -count) >= 0) return true;
        Interlocked.Add(ref left, count);
        return false;
    }
}
