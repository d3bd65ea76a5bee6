using System.Formats.Tar;
using System.Text.Json;
using System.Text.Json.Nodes;
using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Unpacks WebDataset shards that <see cref="ShardWriter"/> wrote, into the folders they were made from.</summary>
/// <remarks>What stands in the archives is not trusted: a place outside of the folder is refused.</remarks>
public static class ShardReader
{
    const int LargestFacts = 1 << 24;

    /// <summary>Whether a folder holds shards and their index.</summary>
    public static bool Holds(string folder) => File.Exists(Path.Combine(folder, ShardWriter.IndexName));

    /// <summary>Unpacks every shard of a folder.</summary>
    /// <returns>How many samples there were.</returns>
    /// <exception cref="SpikeDataException">SPIKE458: a shard is damaged, or not of this form. SPIKE488: the folder holds what this program did not write.</exception>
    public static int Unpack(string shards, string folder)
    {
        using Draft draft = new(folder);
        int samples = 0;
        foreach (string shard in Directory.EnumerateFiles(shards, "*.tar").Order(StringComparer.Ordinal)) samples += UnpackOne(shard, draft.Content);
        if (Manifest.Find(shards) is { Shards: not null } manifest) AtomicFile.Write(Path.Combine(draft.Content, Manifest.FileName), Json.Write(manifest with { Shards = null }));
        if (samples == 0) throw ShardErrors.Damaged(shards, "there are no samples");
        draft.Publish();
        return samples;
    }

    static int UnpackOne(string shard, string root)
    {
        Dictionary<string, JsonObject> placesOf = Places(shard);
        foreach ((RelativePath place, TarEntry entry) in Placed(shard, placesOf))
        {
            string path = place.In(root);
            if (File.Exists(path)) throw ShardErrors.Damaged(shard, $"'{place}' is there twice");
            Disk.MakeFolder(Path.GetDirectoryName(path)!);
            Disk.Before(path);
            using FileStream file = File.Create(path);
            Copy(entry, file, shard);
        }

        return placesOf.Count;
    }

    /// <summary>The files in a shard by their places in the data set, and where in the archive their bytes lie.</summary>
    /// <exception cref="SpikeDataException">SPIKE458: the shard is damaged, or not of this form.</exception>
    internal static IEnumerable<(RelativePath Path, long Offset, long Length)> FilesIn(string shard) =>
        Placed(shard, Places(shard)).Select(file => (file.Place, file.Entry.DataOffset, file.Entry.Length));

    static IEnumerable<(RelativePath Place, TarEntry Entry)> Placed(string shard, Dictionary<string, JsonObject> placesOf)
    {
        foreach ((string key, string part, TarEntry entry) in Entries(shard).Where(file => file.Part != "json"))
        {
            if (!placesOf.TryGetValue(key, out JsonObject? places) || places[part] is not JsonValue value || !value.TryGetValue(out string? text))
                throw ShardErrors.Damaged(shard, $"{FileName.Quoted(entry.Name)} has no place in the .json of its sample");
            RelativePath place = RelativePath.TryParse(text) ?? throw ShardErrors.Damaged(shard, $"the place {FileName.Quoted(text)} {RelativePath.FaultOf(text)}");
            if (place.Parent is null && ProgramFiles.Contain(place.Name)) throw ShardErrors.Damaged(shard, $"the place {FileName.Quoted(text)} {ProgramFiles.Fault}");
            yield return (place, entry);
        }
    }

    static void Copy(TarEntry entry, FileStream file, string shard)
    {
        try
        {
            entry.DataStream?.CopyTo(file);
        }
        catch (EndOfStreamException problem)
        {
            throw ShardErrors.Damaged(shard, $"{FileName.Quoted(entry.Name)} ends early", problem);
        }
    }

    /// <summary>Where the files of each sample belong.</summary>
    static Dictionary<string, JsonObject> Places(string shard)
    {
        Dictionary<string, JsonObject> places = new(StringComparer.Ordinal);
        foreach ((string key, _, TarEntry entry) in Entries(shard).Where(file => file.Part == "json"))
        {
            if (entry.Length > LargestFacts || entry.DataStream is null) throw ShardErrors.Damaged(shard, $"{FileName.Quoted(entry.Name)} is too large or empty");
            if (ReadJson(entry, shard) is not JsonObject facts || facts["files"] is not JsonObject files || !places.TryAdd(key, files)) throw ShardErrors.Damaged(shard, $"{FileName.Quoted(entry.Name)} does not say where files belong");
        }

        return places;
    }

    static JsonNode? ReadJson(TarEntry entry, string shard)
    {
        try
        {
            byte[] text = new byte[entry.Length];
            entry.DataStream!.ReadExactly(text);
            return Json.Parse(text);
        }
        catch (Exception problem) when (problem is JsonException or EndOfStreamException)
        {
            throw ShardErrors.Damaged(shard, $"{FileName.Quoted(entry.Name)} is no JSON: {problem.Message}", problem);
        }
    }

    /// <summary>The files of a shard in their order: the key of the sample, what is left of the name, and the content, valid until the next.</summary>
    static IEnumerable<(string Key, string Part, TarEntry Entry)> Entries(string shard)
    {
        using FileStream file = InputFile.Open(shard);
        using TarReader tar = new(file);
        while (Next(tar, shard) is { } entry)
        {
            int dot = entry.Name.IndexOf('.', StringComparison.Ordinal);
            if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile) || dot < 1) throw ShardErrors.Damaged(shard, $"{FileName.Quoted(entry.Name)} is no file of a sample");
            yield return (entry.Name[..dot], entry.Name[(dot + 1)..], entry);
        }
    }

    static TarEntry? Next(TarReader tar, string shard)
    {
        try
        {
            return tar.GetNextEntry();
        }
        catch (Exception problem) when (problem is InvalidDataException or EndOfStreamException or FormatException or ArgumentException or OverflowException)
        {
            throw ShardErrors.Damaged(shard, problem.Message, problem);
        }
    }
}
