using System.Runtime.InteropServices;

namespace SpikeData.Pipelines;

/// <summary>Ctrl-C and its like: work is asked to end, and the process ends within a second whether it does or not.</summary>
/// <remarks>What is written appears whole or not at all, so that nothing is lost where the work cannot end by itself in time.</remarks>
public sealed class StopSignals : IDisposable
{
    /// <summary>What a command that was stopped returns.</summary>
    public const int ExitCode = 130;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.8);

    readonly CancellationTokenSource stop = new();
    readonly PosixSignalRegistration[] signals;
    readonly Timer end;

    /// <param name="giveUp">Says goodbye where the work did not end in time.</param>
    public StopSignals(Action giveUp)
    {
        end = new(_ =>
        {
            giveUp();
            Environment.Exit(ExitCode);
        });
        signals = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT }.Select(signal => PosixSignalRegistration.Create(signal, Stop))];
    }

    /// <summary>Asks the work to end.</summary>
    public CancellationToken Token => stop.Token;

    public void Dispose()
    {
        foreach (PosixSignalRegistration signal in signals) signal.Dispose();
        end.Dispose();
        stop.Dispose();
    }

    void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        end.Change(Patience, Timeout.InfiniteTimeSpan);
        // Whoever waits for the token may do all of its work within this call.
        ThreadPool.QueueUserWorkItem(_ => stop.Cancel());
    }
}
