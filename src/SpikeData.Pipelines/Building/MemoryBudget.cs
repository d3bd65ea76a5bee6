using SpikeData.Compute;

namespace SpikeData.Pipelines;

/// <summary>The memory that pictures may take while several are read at once: one waits until there is room for it, or is refused when there never is.</summary>
/// <param name="bytes">How much there is.</param>
sealed class MemoryBudget(long bytes)
{
    static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    readonly Lock taking = new();
    long taken;

    /// <summary>As much as the program may take.</summary>
    public static MemoryBudget Usual { get; } = new(MemoryLimit.Bytes);

    /// <summary>Takes memory for the frames of a clip until what is returned is disposed.</summary>
    /// <inheritdoc cref="Take(long, string, CancellationToken)" path="/exception"/>
    public IDisposable Take(Clip clip, CancellationToken cancellation) => Take(clip.BytesRead, clip.Source.Files[0], cancellation);

    /// <summary>Takes memory until what is returned is disposed.</summary>
    /// <param name="wanted">How much.</param>
    /// <param name="file">What is read.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="SpikeDataException">SPIKE438: there is not so much.</exception>
    public IDisposable Take(long wanted, string file, CancellationToken cancellation)
    {
        MemoryLimit.Require(wanted, $"Reading {Path.GetFileName(file)}", file, bytes);
        while (!TryTake(wanted)) cancellation.WaitHandle.WaitOne(BetweenLooks);
        return new Share(this, wanted);

        bool TryTake(long more)
        {
            cancellation.ThrowIfCancellationRequested();
            lock (taking)
            {
                if (taken + more > bytes) return false;
                taken += more;
                return true;
            }
        }
    }

    sealed class Share(MemoryBudget budget, long taken) : IDisposable
    {
        public void Dispose()
        {
            lock (budget.taking) budget.taken -= taken;
        }
    }
}
