using System.ComponentModel;
using System.Diagnostics;

namespace SpikeData.Cli;

/// <summary>Opens files and folders as a double click does, where there is a desktop to open them on.</summary>
/// <param name="environment">The variables of the process.</param>
/// <param name="start">Starts a program with a file; false where there is none.</param>
sealed class SystemOpener(Func<string, string?> environment, Func<string, string, bool> start)
{
    internal SystemOpener()
        : this(Environment.GetEnvironmentVariable, Start)
    {
    }

    /// <summary>Opens it.</summary>
    /// <returns>Whether there was a desktop.</returns>
    internal bool Open(string path) => !IsRemote && Program is { } program && start(program, path);

    /// <summary>What is opened at the far end of a connection, nobody sees.</summary>
    bool IsRemote => Has("SSH_CONNECTION") || Has("SSH_TTY");

    string? Program => OperatingSystem.IsWindows() ? "explorer" : OperatingSystem.IsMacOS() ? "open" : Has("DISPLAY") || Has("WAYLAND_DISPLAY") ? "xdg-open" : null;

    bool Has(string variable) => !string.IsNullOrEmpty(environment(variable));

    static bool Start(string program, string path)
    {
        try
        {
            // Its complaints are about its own window, and it outlives this process.
            using Process? opener = Process.Start(new ProcessStartInfo(program, [path]) { RedirectStandardOutput = true, RedirectStandardError = true });
            return opener is not null;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
