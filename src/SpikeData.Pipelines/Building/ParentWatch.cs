namespace SpikeData.Pipelines;

/// <summary>Notices that the process has ended which asked for the work, and that nobody waits for the result any more.</summary>
sealed class ParentWatch : IDisposable
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    readonly Timer timer;

    /// <param name="process">The number of the process.</param>
    /// <param name="ended">Called once it has ended, perhaps more than once.</param>
    public ParentWatch(int process, Action ended)
    {
        long? started = LeaseOwner.StartOf(process);
        timer = new(_ =>
        {
            if (!LeaseOwner.IsRunning(process, started)) ended();
        }, null, TimeSpan.Zero, Interval);
    }

    /// <summary>No call comes afterwards.</summary>
    public void Dispose()
    {
        using ManualResetEvent stopped = new(false);
        if (timer.Dispose(stopped)) stopped.WaitOne();
    }
}
