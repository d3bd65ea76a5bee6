using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>One clip in the folders of the SpikeReveal code: what is found out about it by reading all of its files.</summary>
sealed class SsdmClip(string folder, string split, string name, RecordingFacts stated)
{
    /// <summary>The published recordings last 97 ticks with 20 more on either side.</summary>
    const int PublishedTicks = 137, PublishedMargin = 20;

    const int AllProcessors = -1;

    readonly ConcurrentDictionary<string, (int Height, int Width)> sizes = new(StringComparer.Ordinal);
    IReadOnlyList<FoundFile> files = [];

    /// <summary>Lists the samples and reads their files.</summary>
    public ManifestClip Read(CancellationToken cancellation)
    {
        (IReadOnlyList<ManifestSample> samples, files) = new SsdmListing(folder, split, name).Read();
        StoredFile[] stored = [.. ReadFiles(cancellation).OrderBy(file => file.Path.Text, StringComparer.Ordinal)];
        JsonObject facts = [];
        foreach (string kind in (string[])["blur", "sharp"])
            if (SizeOf(kind) is { } size) facts[kind] = new JsonObject { ["width"] = size.Width, ["height"] = size.Height };
        if (facts["sharp"] is { } sharp && Agreed(Of("sharp").CountBy(file => file.Exposure).Select(count => (int?)count.Value)) is { } frames) sharp["framesPerExposure"] = frames;
        facts["spike"] = Spikes(cancellation);
        return new(name, split, ContentKey.OfText(string.Join('\n', stored.Select(file => $"{file.Path} {file.Sha256}"))), facts, samples, stored);
    }

    internal static SpikeDataException Wrong(string path, string what) => new("SPIKE487", what) { File = path };

    StoredFile[] ReadFiles(CancellationToken cancellation)
    {
        StoredFile[] stored = new StoredFile[files.Count];
        ParallelWork.For(stored.Length, AllProcessors, Read, cancellation);
        return stored;

        void Read(int index)
        {
            FoundFile file = files[index];
            if (file.Kind != "spike") sizes[file.Path] = PictureFile.Check(file.Path);
            stored[index] = new(PlaceOf(file.Path), file.Kind, file.Exposure, file.Number, new FileInfo(file.Path).Length, Digest.OfFile(file.Path));
        }
    }

    RelativePath PlaceOf(string file)
    {
        string place = Path.GetRelativePath(folder, file).Replace('\\', '/');
        return RelativePath.TryParse(place) ?? throw Errors.BadName("The file", place, RelativePath.FaultOf(place)!);
    }

    IEnumerable<FoundFile> Of(string kind) => files.Where(file => file.Kind == kind);

    /// <summary>The size of all pictures of a kind; nothing where there are none.</summary>
    (int Height, int Width)? SizeOf(string kind)
    {
        (int Height, int Width)? first = null;
        foreach (string path in Of(kind).Select(file => file.Path))
        {
            first ??= sizes[path];
            if (sizes[path] != first) throw Wrong(path, $"It is {sizes[path].Width}x{sizes[path].Height} pixels large, and those before it {first.Value.Width}x{first.Value.Height}. The pictures of a clip are of one size.");
        }

        return first;
    }

    JsonObject Spikes(CancellationToken cancellation)
    {
        (int Height, int Width)? pictures = SizeOf("blur");
        string[] recordings = [.. Of("spike").Select(file => file.Path)];
        SsdmSpikes[] all = new SsdmSpikes[recordings.Length];
        ParallelWork.For(all.Length, AllProcessors, index => all[index] = SsdmSpikes.Open(recordings[index], stated, pictures), cancellation);
        (int Height, int Width) size = all[0].Size;
        if (all.FirstOrDefault(one => one.Size != size) is { } other)
            throw Wrong(other.Path, $"It is said to be {other.Size.Width}x{other.Size.Height} pixels large, and those before it {size.Width}x{size.Height}. The recordings of a clip are of one size.");
        JsonObject facts = new() { ["width"] = size.Width, ["height"] = size.Height, ["bits"] = SpikeStreams.BitOrder };
        if (Agreed(all.Select(one => (int?)one.Ticks)) is { } ticks)
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
}
