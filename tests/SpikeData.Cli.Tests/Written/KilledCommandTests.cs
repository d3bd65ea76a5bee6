using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace SpikeData.Cli.Tests.Written;

/// <summary>Killed at any instant, a command leaves the old result, the new one or none; the next run succeeds, and files of others are as they were.</summary>
/// <remarks>A process that is stopped does no more than one that was killed. More instants than here were tried by hand, with processes that were killed.</remarks>
public sealed partial class KilledCommandTests : IDisposable
{
    const int Instants = 20, Stop = 19, Continue = 18;
    static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(200);

    readonly TemporaryFolder folder = new();
    Process? commands;

    [Fact]
    public async Task WhateverLiesOnTheDiskAtAnyInstant_IsWhole_AndTheNextRunSucceeds()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are stopped by a signal of Linux.");
        string runs = folder["runs"];
        await WritingCommands.Prepare(runs);
        SortedDictionary<string, string> others = Content(runs, "notes.txt", "pictures.draft", "shards.draft", "a.npy.draft", "thesis");
        Dictionary<string, string> first = States(runs);
        foreach (WritingCommands command in WritingCommands.In(runs)) await WritingCommands.Run(command.Second);
        Dictionary<string, string> second = States(runs);
        foreach (WritingCommands command in WritingCommands.In(runs)) await WritingCommands.Run(command.First);
        Assert.All(States(runs), state => Assert.Equal(first[state.Key], state.Value));

        commands = Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(Program).Assembly.Location, Program.EndlessCommands, runs]) { RedirectStandardOutput = true })!;
        Assert.Equal("warm", await commands.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        var random = new Random(1);
        for (int instant = 0; instant < Instants; instant++)
        {
            await Task.Delay(random.NextDouble() * LongestWait, TestContext.Current.CancellationToken);
            Assert.False(commands.HasExited);
            Assert.Equal(0, Signal(commands.Id, Stop));
            string copy = folder[$"copy{instant}"];
            using (Process copying = Process.Start("cp", ["-a", runs, copy])) await copying.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, Signal(commands.Id, Continue));
            Assert.All(States(copy), state => Assert.Contains(state.Value, (string[])[first[state.Key], second[state.Key], ""]));
            foreach (WritingCommands command in WritingCommands.In(copy)) await WritingCommands.Run(command.First);
            Assert.All(States(copy), state => Assert.Equal(first[state.Key], state.Value));
            Assert.Equal(others, Content(copy, "notes.txt", "pictures.draft", "shards.draft", "a.npy.draft", "thesis"));
            Assert.Equal([Path.Combine(copy, "out", "a.npy.draft")], Directory.GetFileSystemEntries(Path.Combine(copy, "out"), "*.*.draft", SearchOption.AllDirectories));
        }
    }

    public void Dispose()
    {
        commands?.Kill();
        commands?.WaitForExit();
        commands?.Dispose();
        folder.Dispose();
    }

    /// <summary>What lies at each target, as one text; nothing where there is no result.</summary>
    static Dictionary<string, string> States(string folder) => WritingCommands.In(folder).Select(command => Path.GetRelativePath(Path.Combine(folder, "out"), command.Target)).ToDictionary(
        target => target,
        target => !Path.Exists(Path.Combine(folder, "out", target)) ? "" : string.Join(", ", Content(folder, target, target + ".yaml").Select(file => $"{file.Key} {file.Value}")));

    static SortedDictionary<string, string> Content(string folder, params string[] names)
    {
        SortedDictionary<string, string> content = new(StringComparer.Ordinal);
        foreach (string path in names.Select(name => Path.Combine(folder, "out", name)))
        {
            string[] files = Directory.Exists(path) ? Directory.GetFiles(path, "*", SearchOption.AllDirectories) : File.Exists(path) ? [path] : [];
            foreach (string file in files) content.Add(Path.GetRelativePath(folder, file), Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))));
        }

        return content;
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int process, int signal);
}
