namespace SpikeData.Pipelines;

/// <summary>Notices that a process has ended which asked for the work, and that nobody waits for the result any more.</summary>
sealed class ParentWatch : IDisposable
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    readonly Timer timer;

    /// <param name="process">The number of the process. Where it is a node of MSBuild, which lets its work finish, those that started it are watched, too.</param>
    /// <param name="ended">Called once one of them has ended, perhaps more than once.</param>
    public ParentWatch(int process, Action ended)
    {
        (int Process, long? Started)[] watched = [.. Processes.WithParents(process, "dotnet", "MSBuild").Select(one => (one, Processes.StartOf(one)))];
        timer = new(_ =>
        {
            if (watched.Any(one => !Processes.IsRunning(one.Process, one.Started))) ended();
        }, null, TimeSpan.Zero, Interval);
    }

    /// <summary>No call comes afterwards.</summary>
    public void Dispose()
    {
        using ManualResetEvent stopped = new(false);
        if (timer.Dispose(stopped)) stopped.WaitOne();
    }
}
