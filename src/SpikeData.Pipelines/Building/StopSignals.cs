using System.Runtime.InteropServices;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Ctrl-C and its like: work is asked to end, and the process ends within a second whether it does or not.</summary>
/// <remarks>What is written appears whole or not at all, so that nothing is lost where the work cannot end by itself in time.</remarks>
public sealed class StopSignals : IDisposable
{
    /// <summary>What work that was stopped returns; as a shell has it, 128 and the number of Ctrl-C.</summary>
    public const int Cancelled = 130;

    const int ExitCodeOfSignals = 128;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.8);

    readonly CancellationTokenSource stop = new();
    readonly PosixSignalRegistration[] signals;
    readonly Timer end;
    int number = Cancelled - ExitCodeOfSignals;

    /// <param name="giveUp">Says goodbye where the work did not end in time.</param>
    public StopSignals(Action giveUp)
    {
        end = new(_ =>
        {
            LiveDrafts.RemoveAll();
            giveUp();
            Environment.Exit(ExitCodeOfSignals + number);
        });
        signals =
        [
            Register(PosixSignal.SIGHUP, 1), Register(PosixSignal.SIGINT, 2), Register(PosixSignal.SIGQUIT, 3), Register(PosixSignal.SIGTERM, 15),
        ];
    }

    /// <summary>Asks the work to end.</summary>
    public CancellationToken Token => stop.Token;

    /// <summary>What the process says it ended with: the signal, where that ended it.</summary>
    public int ExitCode(int code) => code == Cancelled ? ExitCodeOfSignals + number : code;

    /// <summary>Asks the work to end, as a signal does.</summary>
    public void Stop()
    {
        end.Change(Patience, Timeout.InfiniteTimeSpan);
        // Whoever waits for the token may do all of its work within this call.
        ThreadPool.QueueUserWorkItem(_ => stop.Cancel());
    }

    public void Dispose()
    {
        foreach (PosixSignalRegistration signal in signals) signal.Dispose();
        end.Dispose();
        stop.Dispose();
    }

    PosixSignalRegistration Register(PosixSignal signal, int itsNumber) => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        number = itsNumber;
        Stop();
    });
}
