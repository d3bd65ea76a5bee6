using System.Globalization;
using System.Text;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Testing;

/// <summary>A data set as text: the digest of every file, and of every tick of a few spike streams.</summary>
static class Fingerprint
{
    const int SamplesWithTicks = 16, DigestLetters = 32, TickLetters = 4;
    const string ClipMark = "clip ", FileMark = "  ", TicksMark = "    ticks ";

    /// <summary>The first letters of a digest: enough to tell any two files apart.</summary>
    public static string Short(string digest) => digest[..DigestLetters];

    /// <summary>The text, a line feed after each line.</summary>
    public static string Of(BuiltDataset built)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{built.Manifest.Name}: {built.Manifest.Samples} samples\n");
        Dictionary<string, Sample> withTicks = built.Some(SamplesWithTicks)
            .Where(sample => sample.Files("spike").Count > 0).ToDictionary(sample => sample.Files("spike")[0]);
        foreach (ManifestClip clip in built.Manifest.Clips)
        {
            text.Append($"\n{ClipMark}{clip.Key} {(clip.Split.Length == 0 ? "" : clip.Split + "/")}{clip.Name}\n");
            foreach (StoredFile file in clip.Files)
            {
                text.Append($"{FileMark}{Short(built.DigestOf(file))} {file.Path}\n");
                if (withTicks.TryGetValue(built.PathOf(file), out Sample? sample)) text.Append(TicksMark).AppendJoin(' ', Ticks(sample.ReadSpikes())).Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>The files that a text speaks of, by path.</summary>
    public static Dictionary<string, FingerprintFile> Read(string text)
    {
        var files = new Dictionary<string, FingerprintFile>(StringComparer.Ordinal);
        ContentKey? key = null;
        FingerprintFile? last = null;
        foreach (string line in text.Split('\n'))
        {
            if (line.StartsWith(ClipMark, StringComparison.Ordinal)) key = ContentKey.TryParse(line[ClipMark.Length..].Split(' ')[0]);
            else if (line.StartsWith(TicksMark, StringComparison.Ordinal) && last is not null) files[last.Path.Text] = last with { Ticks = line[TicksMark.Length..].Split(' ') };
            else if (line.StartsWith(FileMark, StringComparison.Ordinal) && line.Length > FileMark.Length + DigestLetters + 1
                && key is not null && RelativePath.TryParse(line[(FileMark.Length + DigestLetters + 1)..]) is { } path)
                files[path.Text] = last = new(key, path, line.Substring(FileMark.Length, DigestLetters), []);
        }

        return files;
    }

    static IEnumerable<string> Ticks(SpikeStream spikes) =>
        Enumerable.Range(0, spikes.Ticks).Select(tick => Digest.OfBytes(spikes.Frame(tick))[..TickLetters]);
}
