using System.Globalization;

namespace SpikeData.Pipelines;

/// <summary>The memory that the frames of clips may take while they are read: a clip waits until there is room for it, or is refused when there never is.</summary>
/// <param name="bytes">How much there is.</param>
sealed class MemoryBudget(long bytes)
{
    const string Variable = "SPIKEDATA_MEMORY";
    const double UsableShare = 0.75;
    static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    readonly Lock taking = new();
    long taken;

    /// <summary>Three quarters of what the machine or container has, or what the environment says in gibibytes.</summary>
    public static MemoryBudget Usual { get; } = new(
        double.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double gibibytes) && gibibytes > 0
            ? (long)Math.Min(gibibytes * (1L << 30), long.MaxValue / 2.0)
            : (long)(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes * UsableShare));

    /// <summary>Takes memory until what is returned is disposed.</summary>
    /// <param name="clip">Whose frames it is for.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="Compute.SpikeDataException">SPIKE438: there is not so much.</exception>
    public IDisposable Take(Clip clip, CancellationToken cancellation)
    {
        long wanted = clip.BytesRead;
        if (wanted > bytes) throw Errors.TooMuchMemory(clip, bytes);
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
