using System.Text;

namespace SpikeData.Calibration.Tests;

/// <summary>Calibration files, which people edit and exchange.</summary>
public sealed class HostileCalibrationsTests : HostileFileTest
{
    static readonly Dictionary<string, (string Sound, Action<string> Read)> Readers = new()
    {
        ["rig.yaml"] = (RigFile.Write(RealRig.Calibration), path => RigFile.Read(path)),
        ["clock.yaml"] = ("format: 1\nfirst-middle: 10.5\nticks-per-picture: 133.3\nexposure: 21\n", path => ClockFile.Read(path)),
        ["sensor.yaml"] = (
            """
            format: 1
            size: 16x8
            source: 'a recording'
            dark-at-most: 0.001
            defects:
              - { x: 3, y: 2, kind: hot, rate: 0.9, confidence: 1.00 }
            response:
              black: 0.01
              gain: 0.9
              gamma: 0.45
            """, path => PhotometryFile.Read(path)),
    };

    public static TheoryData<string> Names => [.. Readers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void AnyFile_IsReadOrExplained(string name) => Try(name);

    [Theory]
    [InlineData("[", 200_000)]
    [InlineData("{a: ", 200_000)]
    [InlineData("? ", 200_000)]
    [InlineData("- ", 200_000)]
    [InlineData("a: &a [*a]\n", 1)]
    [InlineData("&a { ? *a : *a }\n", 1)]
    public void TreesThatWouldEndTheProgram_AreRefused(string piece, int times)
    {
        string file = Path.GetTempFileName();
        File.WriteAllText(file, string.Concat(Enumerable.Repeat(piece, times)));
        Assert.Equal("SPIKE607", Assert.Throws<SpikeData.Compute.SpikeDataException>(() => ClockFile.Read(file)).Id);
        File.Delete(file);
    }

    protected override (byte[] Sound, Action<string> Read) Reader(string name) => (Encoding.UTF8.GetBytes(Readers[name].Sound), Readers[name].Read);
}
