using System.Globalization;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Testing;

/// <summary>Finds the first file in which a data set is not the reviewed one, and what is different in it.</summary>
/// <param name="built">The data set.</param>
/// <param name="reviewedSheet">Small pictures of the reviewed samples.</param>
/// <param name="receivedSheet">Small pictures of the samples.</param>
sealed class FirstDifference(BuiltDataset built, string reviewedSheet, string receivedSheet)
{
    /// <summary>Small pictures are scaled by the machine's own arithmetic, which may round otherwise elsewhere.</summary>
    const int RoundingOfThumbnails = 2;

    /// <summary>Says it in words and, where that is possible, in a picture.</summary>
    public (string Explanation, byte[]? Picture) Explain(Dictionary<string, FingerprintFile> reviewed, Dictionary<string, FingerprintFile> received)
    {
        string[] different = [.. reviewed.Keys.Union(received.Keys).Order(StringComparer.Ordinal).Where(path => Digest(reviewed, path) != Digest(received, path))];
        if (different.Length == 0) return ("The files are the reviewed ones, but the number of samples or the content key of a clip is not.", null);
        string first = different.FirstOrDefault(path => reviewed.ContainsKey(path) && received.ContainsKey(path)) ?? different[0];
        string count = Text($"{different.Length} of {reviewed.Keys.Union(received.Keys).Count()} files differ; the first is {first}");
        if (!received.TryGetValue(first, out FingerprintFile? now)) return ($"{count}, which is gone.", null);
        if (!reviewed.TryGetValue(first, out FingerprintFile? before)) return ($"{count}, which is new.", null);
        (string words, byte[]? picture) = Compare(before, now);
        return ($"{count}: {words}", picture);
    }

    static string Digest(Dictionary<string, FingerprintFile> files, string path) => files.TryGetValue(path, out FingerprintFile? file) ? file.Digest : "";

    (string Words, byte[]? Picture) Compare(FingerprintFile before, FingerprintFile now)
    {
        StoredFile file = built.Manifest.Files.First(file => file.Path == now.Path);
        return (built.Reviewed(before), Path.GetExtension(file.Path.Name)) switch
        {
            ({ } reviewed, ".png") when built.PictureOf(file) is { } received => Pictures(reviewed, received),
            ({ } reviewed, ".dat") when built.SampleOf(file) is { } sample => Spikes(File.ReadAllBytes(reviewed), sample.ReadSpikes()),
            _ => Thumbnails(before, now),
        };
    }

    static (string, byte[]?) Pictures(string reviewed, string received)
    {
        if (PictureComparison.Of(reviewed, received) is not { } pictures) return ("it has another size.", null);
        if (pictures.Largest == 0) return ("its pixels are the same, but they are encoded otherwise.", null);
        (int row, int column) = pictures.First;
        return (Text($"{pictures.Count()} pixels differ, by up to {pictures.Largest}; the first in row {row}, column {column}."), pictures.Draw("picture"));
    }

    static (string, byte[]?) Spikes(byte[] before, SpikeStream received)
    {
        var reviewed = new SpikeStream(received.Layout, before);
        if (before.Length != received.Bytes.Length) return (Text($"it has {received.Bytes.Length} bytes, the reviewed one had {before.Length}."), null);
        int[] ticks = [.. Enumerable.Range(0, received.Ticks).Where(tick => !reviewed.Frame(tick).SequenceEqual(received.Frame(tick)))];
        PictureComparison first = PictureComparison.Of(reviewed, received, ticks[0]);
        return (
            Text($"{ticks.Length} of {received.Ticks} ticks differ, from tick {ticks[0]} on, in which {first.Count()} of {received.Layout.Pixels} pixels do."),
            first.Draw(Text($"tick {ticks[0]}")));
    }

    /// <summary>What can be said without the reviewed file: from the digests of its ticks, and from small pictures.</summary>
    (string, byte[]?) Thumbnails(FingerprintFile before, FingerprintFile now)
    {
        int[] ticks = [.. before.Ticks.Zip(now.Ticks).Index().Where(pair => pair.Item.First != pair.Item.Second).Select(pair => pair.Index)];
        string words = ticks.Length == 0 ? "" : Text($"{ticks.Length} of {now.Ticks.Length} ticks differ, from tick {ticks[0]} on. ");
        words += "The store no longer has the reviewed file";
        if (!File.Exists(reviewedSheet) || PictureComparison.Of(reviewedSheet, receivedSheet) is not { } sheets) return ($"{words}.", null);
        int pixels = sheets.Count(RoundingOfThumbnails);
        return (Text($"{words}; in the small pictures {pixels} pixels differ."), pixels == 0 ? null : sheets.Draw("small pictures"));
    }

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
