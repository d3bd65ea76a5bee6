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
