using System.Runtime.InteropServices;

namespace SpikeData.Pipelines;

/// <summary>A limit on the size of files (ulimit -f), which Unix enforces with a signal that ends the process.</summary>
public static class FileSizeLimit
{
    /// <summary>SIGXFSZ, the same number on Linux and macOS.</summary>
    const int Exceeded = 25;

    /// <summary>From now on, until what is returned is disposed, a write beyond the limit fails as one on a full disk does, and the process goes on.</summary>
    public static IDisposable? Survive() =>
        OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create((PosixSignal)Exceeded, signal => signal.Cancel = true);
}
