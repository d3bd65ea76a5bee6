using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace SpikeData.Pipelines;

/// <summary>What the system says of the processes that run.</summary>
static class Processes
{
    /// <summary>Whether a process still runs. One that ended and that nobody has asked about yet does not.</summary>
    /// <param name="process">Its number.</param>
    /// <param name="started">When it started; null where nobody told.</param>
    public static bool IsRunning(int process, long? started)
    {
        if (StartOf(process) is { } start) return start > 0 && start == (started ?? start);
        try
        {
            using var found = Process.GetProcessById(process);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>When a process started, in the system's own count; 0 when it has ended, null where nobody tells.</summary>
    public static long? StartOf(int process)
    {
        const int State = 0, Start = 19;
        if (OperatingSystem.IsLinux()) return Stat(process) is { } stat ? (stat[State] is "Z" or "X" ? 0 : Number(stat[Start])) : null;
        try
        {
            using var found = Process.GetProcessById(process);
            return found.StartTime.ToUniversalTime().Ticks / TimeSpan.TicksPerSecond;
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or NotSupportedException or Win32Exception)
        {
            return null;
        }
    }

    /// <summary>A process and those that started it, as far as they run one of these programs.</summary>
    public static IEnumerable<int> WithParents(int process, params IReadOnlyList<string> programs)
    {
        const int Parent = 1;
        yield return process;
        while (Stat(process) is { } stat)
        {
            process = (int)Number(stat[Parent]);
            if (!programs.Contains(Path.GetFileName(Link(process, "exe")))) yield break;
            yield return process;
        }
    }

    /// <summary>What a link of Linux's file system of processes says; empty where there is none.</summary>
    /// <param name="process">The process; this one if null.</param>
    /// <param name="name">Such as "ns/pid".</param>
    public static string Link(int? process, string name)
    {
        try
        {
            return new FileInfo(Path.Combine(FolderOf(process), name)).LinkTarget ?? "";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    static string FolderOf(int? process) => process is { } number ? string.Create(CultureInfo.InvariantCulture, $"/proc/{number}") : "/proc/self";

    /// <summary>The facts that follow the name, which stands in brackets and may hold anything.</summary>
    static string[]? Stat(int process)
    {
        try
        {
            string text = File.ReadAllText(Path.Combine(FolderOf(process), "stat"));
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
