using System.Globalization;

namespace SpikeData.Cli.Tests.Written;

/// <summary>Killed before any step that changes the disk, every command that writes leaves the old result, the new one or none; the next run goes on from there.</summary>
/// <remarks>
/// What a kill leaves is a copy of the disk before the step, in which whatever the command held is that of a process that has ended. Of commands that take
/// many steps, some are tried; SPIKEDATA_KILLS asks for more. The option --kills of this program kills processes, at random instants.
/// </remarks>
public sealed class KilledAtEveryStepTests(Deeds deeds) : IClassFixture<Deeds>, IDisposable
{
    static readonly int Most = int.TryParse(Environment.GetEnvironmentVariable("SPIKEDATA_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out int asked) ? asked : 20;

    readonly TemporaryFolder folder = new();

    public static TheoryData<string> Names => [.. new Deeds().All.Select(deed => deed.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task WhateverLiesOnTheDiskBeforeAnyStep_IsWhole_AndTheNextRunGoesOnFromThere(string name)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Copies keep marks and second names of files by the cp of Linux.");
        Aftermath aftermath = new(deeds, deeds.All.Single(deed => deed.Name == name));
        await aftermath.Prepare();
        Dictionary<string, string> moments = [];
        using (new DiskSteps(deeds.Out(""), Look)) await aftermath.RunOnce();
        await aftermath.Complete();

        Assert.True(moments.Count > 1, "No step was seen.");
        string[] all = [.. moments.Values];
        for (int kill = 0; kill < Math.Min(Most, all.Length); kill++)
        {
            FolderCopy.Put(all[kill * all.Length / Math.Min(Most, all.Length)], deeds.Out(""));
            aftermath.Bury();
            await aftermath.AssertGoesOn();
        }

        void Look()
        {
            // The command has files locked, which their copies are not.
            string copy = folder[$"{moments.Count}"];
            FolderCopy.Put(deeds.Out(""), copy);
            moments.TryAdd(FolderCopy.Seen(copy), copy);
        }
    }

    public void Dispose() => folder.Dispose();
}
