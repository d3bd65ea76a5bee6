using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Text.Json.Nodes;
using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>One clip in the folders of the SpikeReveal code: its recordings, and the pictures whose numbers belong to them.</summary>
sealed class SsdmClip(string folder, string split, string name, RecordingFacts stated)
{
    const string Recordings = "*.dat";

    /// <summary>The published data: seven sharp frames, two recorded frames apart, and 97 ticks with 20 more on either side.</summary>
    const int SharpReach = 6, SharpStep = 2, PublishedTicks = 137, PublishedMargin = 20;

    readonly List<ManifestSample> samples = [];
    readonly List<(string Path, string Kind, int Exposure, int Number)> files = [];

    /// <summary>Whether a folder of spikes holds any.</summary>
    public static bool HasRecordings(string spikes) => Directory.EnumerateFiles(spikes, Recordings).Any();

    /// <summary>Lists the samples and reads their files.</summary>
    public ManifestClip Read(CancellationToken cancellation)
    {
        Collect();
        ConcurrentDictionary<string, (int Height, int Width)> sizes = new(StringComparer.Ordinal);
        StoredFile[] stored = ReadFiles(sizes, cancellation);
        JsonObject facts = [];
        foreach (string kind in (IEnumerable<string>)["blur", "sharp"])
            if (OneSize(kind, sizes) is { } size) facts[kind] = new JsonObject { ["width"] = size.Width, ["height"] = size.Height };
        if (facts["sharp"] is { } sharp && Agreed(Of("sharp").CountBy(file => file.Exposure).Select(count => count.Value)) is { } frames) sharp["framesPerExposure"] = frames;
        facts["spike"] = Spikes(OneSize("blur", sizes));
        Array.Sort(stored, (one, other) => string.CompareOrdinal(one.Path, other.Path));
        string key = Digest.OfText(string.Join('\n', stored.Select(file => $"{file.Path} {file.Sha256}")));
        return new(name, split, key, facts, samples, stored);
    }

    StoredFile[] ReadFiles(ConcurrentDictionary<string, (int Height, int Width)> sizes, CancellationToken cancellation)
    {
        StoredFile[] stored = new StoredFile[files.Count];
        try
        {
            Parallel.For(0, stored.Length, new() { CancellationToken = cancellation }, index =>
            {
                (string path, string kind, int exposure, int number) = files[index];
                if (kind != "spike") sizes[path] = PictureFile.Measure(path);
                stored[index] = new(Path.GetRelativePath(folder, path).Replace('\\', '/'), kind, exposure, number, new FileInfo(path).Length, Digest.OfFile(path));
            });
        }
        catch (AggregateException problems)
        {
            ExceptionDispatchInfo.Throw(problems.Flatten().InnerExceptions[0]);
        }

        return stored;
    }

    /// <summary>Sorts the recordings by their numbers, and finds the pictures of each.</summary>
    void Collect()
    {
        IReadOnlyDictionary<string, string> blur = Pictures("blur"), sharp = Pictures("sharp");
        foreach (string path in Directory.EnumerateFiles(FolderOf("spike"), Recordings).OrderBy(NumberOf).ThenBy(path => path, StringComparer.Ordinal))
        {
            string label = Path.GetFileNameWithoutExtension(path);
            int exposure = samples.Count;
            samples.Add(new(label, exposure));
            files.Add((path, "spike", exposure, NumberOf(path)));
            if (blur.TryGetValue(label, out string? blurry)) files.Add((blurry, "blur", exposure, NumberOf(blurry)));
            else if (blur.Count > 0) throw Wrong(path, $"{FolderOf("blur")} has pictures, and none of the number {label}. Bring the picture back, or take the recording away.");
            files.AddRange(SharpLabels(label).Where(sharp.ContainsKey).Select(one => (sharp[one], "sharp", exposure, NumberOf(sharp[one]))));
        }
    }

    string FolderOf(string kind) => Path.Combine(folder, split, $"{kind}_data", name);

    Dictionary<string, string> Pictures(string kind)
    {
        Dictionary<string, string> found = new(StringComparer.Ordinal);
        if (!Directory.Exists(FolderOf(kind))) return found;
        foreach (string path in Directory.EnumerateFiles(FolderOf(kind)).Where(MediaFiles.IsPicture))
            if (!found.TryAdd(Path.GetFileNameWithoutExtension(path), path)) throw Wrong(path, $"{found[Path.GetFileNameWithoutExtension(path)]} has the same number. Keep one of the two.");
        return found;
    }

    /// <summary>The numbers under which sharp frames of a sample may be filed: the middle one alone, or seven.</summary>
    static IEnumerable<string> SharpLabels(string label)
    {
        if (!int.TryParse(label, NumberStyles.None, CultureInfo.InvariantCulture, out int middle)) return [label];
        return Enumerable.Range(0, 2 * SharpReach / SharpStep + 1).Select(step => middle - SharpReach + step * SharpStep).Where(number => number >= 0).Select(number => Exposures.Label(number, label.Length));
    }

    static int NumberOf(string path) => int.TryParse(Path.GetFileNameWithoutExtension(path), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;

    IEnumerable<(string Path, string Kind, int Exposure, int Number)> Of(string kind) => files.Where(file => file.Kind == kind);

    (int Height, int Width)? OneSize(string kind, ConcurrentDictionary<string, (int Height, int Width)> sizes)
    {
        (int Height, int Width)? first = null;
        foreach (string path in Of(kind).Select(file => file.Path))
        {
            first ??= sizes[path];
            if (sizes[path] != first) throw Wrong(path, $"It is {sizes[path].Width}x{sizes[path].Height} pixels large, and those before it {first.Value.Width}x{first.Value.Height}. The pictures of a clip are of one size.");
        }

        return first;
    }

    JsonObject Spikes((int Height, int Width)? pictures)
    {
        SsdmSpikes[] all = [.. Of("spike").Select(file => SsdmSpikes.Open(file.Path, stated, pictures))];
        if (all.FirstOrDefault(one => one.Size != all[0].Size) is { } other)
            throw Wrong(other.Path, $"It is said to be {other.Size.Width}x{other.Size.Height} pixels large, and those before it {all[0].Size.Width}x{all[0].Size.Height}. The recordings of a clip are of one size.");
        JsonObject facts = new() { ["width"] = all[0].Size.Width, ["height"] = all[0].Size.Height, ["bits"] = SpikeStreams.BitOrder };
        if (Agreed(all.Select(one => one.Ticks)) is { } ticks)
        {
            facts["ticks"] = ticks;
            if (ticks == PublishedTicks) facts["ticksBeforeExposure"] = PublishedMargin;
        }

        if (Agreed(all.Select(one => one.TicksPerSecond)) is { } rate) facts["ticksPerSecond"] = rate;
        return facts;
    }

    /// <summary>What all say, or nothing.</summary>
    static T? Agreed<T>(IEnumerable<T?> values)
        where T : struct => values.Distinct().Take(2).ToArray() is [{ } one] ? one : null;

    /// <inheritdoc cref="Agreed{T}(IEnumerable{T?})"/>
    static int? Agreed(IEnumerable<int> values) => Agreed(values.Select(value => (int?)value));

    internal static SpikeDataException Wrong(string path, string what) => new("SPIKE487", what) { File = path };
}
