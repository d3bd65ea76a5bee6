using System.Diagnostics;

namespace SpikeData.Cli.Tests.Written;

/// <summary>Kills commands at random instants while they write, many times, and looks at what is left each time. It takes hours, so it is no test; it is run by hand.</summary>
static class RealKills
{
    /// <summary>Of this program: how many kills of each command, then parts of the names of those that are tried.</summary>
    public const string Option = "--kills";

    /// <summary>Of this program: runs one command, and says when it begins to write below a folder.</summary>
    public const string OneCommand = "--one-command";

    public static async Task<int> Run(int kills, string[] names)
    {
        Deeds deeds = new();
        await deeds.InitializeAsync();
        Random random = new();
        foreach (Deed deed in deeds.All.Where(deed => names.Length == 0 || names.Any(deed.Name.Contains)))
        {
            Aftermath aftermath = new(deeds, deed);
            await aftermath.Prepare();
            string before = Path.Combine(Path.GetDirectoryName(deeds.Clean)!, "before");
            FolderCopy.Put(deeds.Out(""), before);
            TimeSpan whole = TimeSpan.FromSeconds(1);
            await aftermath.RunOnce();
            await aftermath.Complete();
            for (int killed = 0; killed < kills;)
            {
                FolderCopy.Put(before, deeds.Out(""));
                using Process command = Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(RealKills).Assembly.Location, OneCommand, deeds.Out(""), .. deed.Line]) { RedirectStandardOutput = true })!;
                await command.StandardOutput.ReadLineAsync();
                Stopwatch running = Stopwatch.StartNew();
                if (command.WaitForExit(random.NextDouble() * whole)) whole = running.Elapsed;
                else killed++;
                command.Kill();
                await command.WaitForExitAsync();
                aftermath.Age();
                await aftermath.AssertGoesOn();
            }

            Console.WriteLine($"{deed.Name}: killed {kills} times");
        }

        await deeds.DisposeAsync();
        return 0;
    }

    public static async Task<int> RunOne(string folder, string[] line)
    {
        int steps = 0;
        using (new DiskSteps(folder, () =>
        {
            if (steps++ == 0) Console.WriteLine("writes");
        })) await CommandLineRun.Of(line);
        return 0;
    }
}
