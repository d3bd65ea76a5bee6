using System.Runtime.InteropServices;
using SpikeData.Imaging;

namespace SpikeData.Cli;

/// <summary>What asks the command to end, from outside: Ctrl-C, a closed terminal, a system that stops. It ends at its next step, or after a moment without one.</summary>
sealed class Signals : IDisposable
{
    const int ExitCodeOfSignals = 128;
    static readonly TimeSpan Moment = TimeSpan.FromSeconds(1.2);

    readonly CancellationTokenSource asked = new();
    readonly List<PosixSignalRegistration> registrations = [];
    int ending;

    internal Signals()
    {
        foreach ((PosixSignal signal, int number) in new[] { (PosixSignal.SIGHUP, 1), (PosixSignal.SIGINT, 2), (PosixSignal.SIGTERM, 15) })
            registrations.Add(PosixSignalRegistration.Create(signal, context => End(context, number)));
    }

    /// <summary>Asks the work to end.</summary>
    internal CancellationToken Token => asked.Token;

    /// <summary>What the process says it ended with: the signal, where that ended it.</summary>
    internal int ExitCode(int code) => code == Cli.ExitCode.Cancelled && ending != 0 ? ExitCodeOfSignals + ending : code;

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in registrations) registration.Dispose();
    }

    void End(PosixSignalContext context, int number)
    {
        context.Cancel = true;
        ending = number;
        // What listens may take its time, or never return from what it waits for.
        new Thread(() => EndSoon(number)) { IsBackground = true }.Start();
        asked.Cancel();
    }

    static void EndSoon(int number)
    {
        Thread.Sleep(Moment);
        LiveDrafts.RemoveAll();
        Console.Error.WriteLine(SpikeDataCommand.Cancelled);
        Environment.Exit(ExitCodeOfSignals + number);
    }
}
