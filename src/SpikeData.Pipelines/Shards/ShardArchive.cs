using System.Formats.Tar;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>A shard being written, sample after sample.</summary>
sealed class ShardArchive(Stream file) : IDisposable
{
    const int LongestUstarName = 100;

    readonly TarWriter tar = new(file, TarEntryFormat.Ustar, leaveOpen: true);

    /// <param name="sample">What is added.</param>
    /// <param name="manifest">The data set it belongs to.</param>
    /// <param name="pathOf">Where a file of it lies.</param>
    public void Add(SampleOfClip sample, Manifest manifest, Func<ManifestClip, StoredFile, string> pathOf)
    {
        JsonObject places = [];
        foreach (IGrouping<string, StoredFile> kind in sample.Files)
        {
            StoredFile[] files = [.. kind];
            foreach ((int number, StoredFile file) in files.Index())
            {
                string part = kind.Key + (files.Length == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $".{number}")) + Path.GetExtension(file.Path.Name);
                string path = pathOf(sample.Clip, file);
                if (DamagedFile.ProblemOf(path, file, (_, _) => file.Sha256) is { } problem) throw new DamagedFile(path, problem).Error;
                using FileStream content = InputFile.Open(path);
                Add($"{sample.Key}.{part}", content);
                places[part] = file.Path.Text;
            }
        }

        using MemoryStream facts = new(Json.Write(new JsonObject
        {
            ["clip"] = sample.Clip.Name,
            ["split"] = sample.Clip.Split,
            ["label"] = sample.Sample.Label,
            ["products"] = ProductFacts.Merge(manifest.Products, sample.Clip.Products),
            ["files"] = places,
        }));
        Add(sample.Key + ".json", facts);
    }

    public void Dispose() => tar.Dispose();

    void Add(string name, Stream content)
    {
        TarEntry entry = Encoding.UTF8.GetByteCount(name) <= LongestUstarName ? new UstarTarEntry(TarEntryType.RegularFile, name) : LongNamed(name);
        entry.DataStream = content;
        entry.ModificationTime = DateTimeOffset.UnixEpoch;
        entry.Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        tar.WriteEntry(entry);
    }

    /// <summary>The other form for long names, pax, would hold the number of this process.</summary>
    static GnuTarEntry LongNamed(string name) => new(TarEntryType.RegularFile, name) { AccessTime = DateTimeOffset.UnixEpoch, ChangeTime = DateTimeOffset.UnixEpoch };
}
