using System.Text.Json.Nodes;
using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>A data set that others have put into the folders of the SpikeReveal code: it has no manifest, so one is made of the names and sizes of its files.</summary>
/// <remarks>
/// The folders are <c>train/spike_data/clip/000019.dat</c>, <c>blur_data</c> and <c>sharp_data</c>, with the split left out where there is none.
/// As in the published loader, spikes say which samples there are; pictures that belong to none of them are left alone.
/// </remarks>
public static class SsdmFolder
{
    const string Spikes = "spike_data";

    /// <summary>Whether a folder holds recordings where that code looks for them.</summary>
    public static bool Holds(string folder) => Directory.Exists(folder) && ClipsIn(folder, RecordingFacts.None).Any();

    /// <summary>Reads every file of the samples.</summary>
    /// <param name="folder">The folder that holds <c>spike_data</c>, or splits that do.</param>
    /// <param name="stated">What somebody knows of the recordings: their size, a quarter of the pictures' otherwise, and their rate.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>A manifest that names no stages: how the data were made is not known.</returns>
    /// <exception cref="SpikeDataException">SPIKE456: there are no recordings. SPIKE487: files contradict each other. SPIKE441 to 445: a picture is damaged.</exception>
    public static Manifest Read(string folder, RecordingFacts stated, CancellationToken cancellation = default)
    {
        SsdmClip[] found = [.. ClipsIn(folder, stated)];
        if (found.Length == 0) throw Errors.NoManifest(folder);
        string own = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        if (FileName.FaultOf(own) is { } fault) throw Errors.BadName("The folder", own, fault);
        ManifestClip[] clips = [.. found.Select(clip => clip.Read(cancellation))];
        JsonObject common = ProductFacts.Common([.. clips.Select(clip => clip.Products)]);
        return new(
            Manifest.CurrentFormat,
            own,
            "Found as folders of the S-SDM layout; how it was made is not recorded.",
            ContentKey.OfText(string.Join('\n', clips.Select(clip => clip.Key))),
            clips.Sum(clip => clip.Samples.Count),
            [],
            common,
            [.. clips.Select(clip => clip with { Products = ProductFacts.Without(clip.Products, common) })]);
    }

    static IEnumerable<SsdmClip> ClipsIn(string folder, RecordingFacts stated) =>
        from split in (IEnumerable<string>)["", .. NamesIn(folder)]
        from clip in NamesIn(Path.Combine(folder, split, Spikes))
        where SsdmListing.HasRecordings(Path.Combine(folder, split, Spikes, clip))
        select new SsdmClip(folder, split, clip, stated);

    static IEnumerable<string> NamesIn(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateDirectories(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal) : [];
}
