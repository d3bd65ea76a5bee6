using System.Text;

namespace SpikeData.Testing;

/// <summary>The reviewed state of a data set beside the test that owns it, and what was received when that differs.</summary>
sealed class DatasetSnapshot(string pathWithoutSuffix)
{
    // As Verify does, so that every editor on every system reads the file as UTF-8.
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: true);

    readonly string verified = pathWithoutSuffix + ".verified", received = pathWithoutSuffix + ".received", difference = pathWithoutSuffix + ".difference.png";

    /// <summary>Whether new data replace the reviewed ones, because the person at this machine says so.</summary>
    public bool Accepts { get; init; } = Environment.GetEnvironmentVariable("SPIKEDATA_ACCEPT") == "1" && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"));

    public void Compare(BuiltDataset built)
    {
        string actual = Fingerprint.Of(built);
        string? expected = File.Exists(verified + ".txt") ? File.ReadAllText(verified + ".txt").ReplaceLineEndings("\n") : null;
        foreach (string old in (string[])[received + ".txt", received + ".png", difference]) File.Delete(old);
        if (actual == expected) return;
        string place = Accepts ? verified : received;
        File.WriteAllText(place + ".txt", actual, Utf8);
        File.WriteAllBytes(place + ".png", ThumbnailSheet.Of(built));
        if (!Accepts) throw new DatasetDifferenceException(Path.GetFileName(pathWithoutSuffix), expected is null ? null : Explain(expected, actual, built));
    }

    string Explain(string expected, string actual, BuiltDataset built)
    {
        (string explanation, byte[]? picture) = new FirstDifference(built, verified + ".png", received + ".png").Explain(Fingerprint.Read(expected), Fingerprint.Read(actual));
        if (picture is null) return explanation;
        File.WriteAllBytes(difference, picture);
        return $"{explanation}\nA picture of it: {Path.GetFileName(difference)}";
    }
}
