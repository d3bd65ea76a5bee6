using System.ComponentModel;
using System.Globalization;

namespace SpikeData.Pipelines;

/// <summary>The process that holds a lease, told from those of all machines that see the same folder.</summary>
/// <param name="Host">The name of its machine.</param>
/// <param name="Boot">Which run of the machine it belongs to, where the system tells.</param>
/// <param name="Processes">Within which numbering of processes, since containers have their own; where the system tells.</param>
/// <param name="Process">Its number.</param>
/// <param name="Started">When it started, in the system's own count: numbers are used again.</param>
/// <param name="Id">Tells this lease from all others.</param>
sealed record LeaseOwner(string Host, string Boot, string Processes, int Process, long Started, string Id)
{
    static readonly LeaseOwner Here = new(
        Environment.MachineName, Boots(), Link("/proc/self/ns/pid"), Environment.ProcessId, StartOf(Environment.ProcessId) ?? 0, "");

    /// <summary>Whether it ran where this process runs, and does not any more. Of other machines nothing can be said.</summary>
    public bool IsGone => (Host, Boot, Processes) == (Here.Host, Here.Boot, Here.Processes) && !IsRunning(Process, Started);

    /// <summary>This process, as the owner of a new lease.</summary>
    public static LeaseOwner New() => Here with { Id = Guid.NewGuid().ToString("N") };

    /// <summary>Whether a process still runs. One that ended and that nobody has asked about yet does not.</summary>
    public static bool IsRunning(int process, long? started)
    {
        if (StartOf(process) is { } start) return start > 0 && start == (started ?? start);
        try
        {
            using var found = System.Diagnostics.Process.GetProcessById(process);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>When a process started; 0 when it has ended, null where nobody tells.</summary>
    public static long? StartOf(int process)
    {
        const int State = 0, Start = 19;
        try
        {
            if (!OperatingSystem.IsLinux())
            {
                using var other = System.Diagnostics.Process.GetProcessById(process);
                return other.StartTime.ToUniversalTime().Ticks / TimeSpan.TicksPerSecond;
            }

            // The name before it, in brackets, may hold anything.
            string text = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat"));
            string[] fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return fields[State] is "Z" or "X" ? 0 : long.Parse(fields[Start], CultureInfo.InvariantCulture);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException
            or ArgumentException or InvalidOperationException or NotSupportedException or Win32Exception)
        {
            return null;
        }
    }

    static string Boots()
    {
        try
        {
            return File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    static string Link(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget ?? "";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
