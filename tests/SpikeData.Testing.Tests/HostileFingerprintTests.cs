using System.Text;

namespace SpikeData.Testing.Tests;

/// <summary>Reviewed fingerprints, which merges may have damaged.</summary>
public sealed class HostileFingerprintTests : HostileFileTest
{
    static readonly string Sound = $"set: 1 samples\n\nclip {new string('a', 64)} train/a\n  {new string('b', 32)} spike_data/a/1.dat\n    ticks 0a1b 2c3d\n";

    [Fact]
    public void AnyFile_IsRead() => Try("set.verified.txt");

    protected override (byte[] Sound, Action<string> Read) Reader(string name) => (Encoding.UTF8.GetBytes(Sound), path => Fingerprint.Read(File.ReadAllText(path)));
}
