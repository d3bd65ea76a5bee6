namespace SpikeData.Pipelines;

/// <summary>Which recordings there are of a clip in the folders of the SpikeReveal code, and which pictures belong to them by their numbers.</summary>
sealed class SsdmListing(string folder, string split, string clip)
{
    const string Recordings = "*.dat";

    /// <summary>The published data have seven sharp frames of an exposure, two recorded frames apart, or the middle one alone.</summary>
    const int SharpReach = 6, SharpStep = 2;

    readonly List<ManifestSample> samples = [];
    readonly List<FoundFile> files = [];

    /// <summary>Whether a folder of spikes holds any.</summary>
    public static bool HasRecordings(string spikes) => Directory.EnumerateFiles(spikes, Recordings).Any();

    /// <summary>Sorts the recordings by their numbers, and finds the pictures of each.</summary>
    public (IReadOnlyList<ManifestSample> Samples, IReadOnlyList<FoundFile> Files) Read()
    {
        Dictionary<string, string> blur = Pictures("blur"), sharp = Pictures("sharp");
        foreach (string path in Directory.EnumerateFiles(FolderOf("spike"), Recordings).OrderBy(FoundFile.NumberOf).ThenBy(path => path, StringComparer.Ordinal))
        {
            string label = FoundFile.LabelOf(path);
            int exposure = samples.Count;
            samples.Add(new(label, exposure));
            files.Add(new(path, "spike", exposure));
            if (blur.TryGetValue(label, out string? blurry)) files.Add(new(blurry, "blur", exposure));
            else if (blur.Count > 0) throw SsdmClip.Wrong(path, $"{FolderOf("blur")} has pictures, and none of the number {label}. Bring the picture back, or take the recording away.");
            files.AddRange(SharpLabels(label).Where(sharp.ContainsKey).Select(one => new FoundFile(sharp[one], "sharp", exposure)));
        }

        return (samples, files);
    }

    string FolderOf(string kind) => Path.Combine(folder, split, $"{kind}_data", clip);

    Dictionary<string, string> Pictures(string kind)
    {
        Dictionary<string, string> found = new(StringComparer.Ordinal);
        if (!Directory.Exists(FolderOf(kind))) return found;
        foreach (string path in Directory.EnumerateFiles(FolderOf(kind)).Where(MediaFiles.IsPicture))
            if (!found.TryAdd(FoundFile.LabelOf(path), path)) throw SsdmClip.Wrong(path, $"{found[FoundFile.LabelOf(path)]} has the same number. Keep one of the two.");
        return found;
    }

    /// <summary>The numbers under which sharp frames of a sample may be filed.</summary>
    static IEnumerable<string> SharpLabels(string label)
    {
        if (!label.All(char.IsAsciiDigit)) return [label];
        int middle = FoundFile.NumberOf(label);
        return Enumerable.Range(0, 2 * SharpReach / SharpStep + 1).Select(step => middle - SharpReach + step * SharpStep).Where(number => number >= 0).Select(number => Exposures.Label(number, label.Length));
    }
}
