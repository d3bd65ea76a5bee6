namespace SpikeData.Build.Tests;

public sealed class SourceFingerprintTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public SourceFingerprintTests()
    {
        folder.Write("a/0.png", "zero");
        folder.Write("a/1.png", "one");
        folder.Write("out/manifest.json", "{}");
    }

    [Fact]
    public void UntouchedSources_KeepTheirFingerprint() => Assert.Equal(Hash(), Hash());

    [Fact]
    public void ChangedFrame_ChangesIt() => AssertChanges(() => folder.Write("a/1.png", "uno, which is longer"));

    [Fact]
    public void FrameOfTheSameSizeWrittenLater_ChangesIt() =>
        AssertChanges(() => File.SetLastWriteTimeUtc(Path.Combine(folder.Path, "a/1.png"), new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc)));

    /// <summary>As a tool does that restores files with their times: where there is one, the system's own time of the change gives it away.</summary>
    [Fact]
    public void FrameOfTheSameSizeAndTime_ChangesIt()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("The time of a change is looked at on Linux.");
        string file = Path.Combine(folder.Path, "a/1.png"), other = folder.Write("other.png", "two");
        DateTime written = File.GetLastWriteTimeUtc(file);
        AssertChanges(() =>
        {
            File.SetLastWriteTimeUtc(other, written);
            File.Move(other, file, overwrite: true);
        });
        Thread.Sleep(20);
        AssertChanges(() =>
        {
            File.WriteAllText(file, "six");
            File.SetLastWriteTimeUtc(file, written);
        });
    }

    [Fact]
    public void RenamedFrame_ChangesIt() => AssertChanges(() => File.Move(Path.Combine(folder.Path, "a/0.png"), Path.Combine(folder.Path, "a/2.png")));

    /// <summary>Clocks of file systems are coarse: what was written a moment before a look may be written again without another time.</summary>
    [Fact]
    public void FramesWrittenAMomentBefore_AreLookedAtAgain()
    {
        DateTime now = DateTime.UtcNow;
        Assert.NotEqual(Fingerprint(), Fingerprint().SettledAt(now));
        Assert.Equal(Fingerprint(), Fingerprint().SettledAt(now.AddSeconds(5)));
    }

    /// <summary>The program is asked again when a file of the data set is not as it was left.</summary>
    [Fact]
    public void DamagedFileOfTheDataSet_ChangesIt()
    {
        AssertChanges(() => folder.Write("out/a/0.dat", "spikes"));
        AssertChanges(() => folder.Write("out/a/0.dat", "cut"));
        AssertChanges(() => File.Delete(Path.Combine(folder.Path, "out/a/0.dat")));
    }

    [Fact]
    public void NewFrame_ChangesIt() => AssertChanges(() => folder.Write("b/0.png", "zero"));

    [Fact]
    public void LostFrame_ChangesIt() => AssertChanges(() => File.Delete(Path.Combine(folder.Path, "a/0.png")));

    [Fact]
    public void LostDataSet_ChangesIt() => AssertChanges(() => File.Delete(Path.Combine(folder.Path, "out/manifest.json")));

    [Fact]
    public void EqualFingerprint_LeavesTheFileAsOldAsItWas()
    {
        string file = Path.Combine(folder.Path, "obj/sources.sha256");
        Fingerprint().WriteTo(file);
        DateTime old = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(file, old);
        Fingerprint().WriteTo(file);
        Assert.Equal(old, File.GetLastWriteTimeUtc(file));
    }

    void AssertChanges(Action change)
    {
        string before = Hash();
        change();
        Assert.NotEqual(before, Hash());
    }

    string Hash() => Fingerprint().Hash;

    SourceFingerprint Fingerprint() => SourceFingerprint.Of(
        new([new("demo", "built", 2, 1, Path.Combine(folder.Path, "out"), Path.Combine(folder.Path, "out/manifest.json"), ["{clip}/*.png"])]), folder.Path);

    public void Dispose() => folder.Dispose();
}
