using System.Formats.Tar;
using System.Text;

namespace SpikeData.Pipelines.Tests;

/// <summary>Archives that nobody wrote in good faith.</summary>
public sealed class HostileShardsTests : HostileFileTest
{
    const string Shard = "set-000000.tar";

    [Fact]
    public void AnyShard_IsUnpackedOrRefused_AndNothingIsLeftOutsideOfItsFolder() => Try(Shard);

    protected override (byte[] Sound, Action<string> Read) Reader(string name) => (Tar(), Unpack);

    static byte[] Tar()
    {
        MemoryStream file = new();
        using (TarWriter tar = new(file, TarEntryFormat.Ustar, leaveOpen: true))
        {
            Add(tar, "a_1.blur.png", "pixels");
            Add(tar, "a_1.spike.dat", "spikes");
            Add(tar, "a_1.json", """{"files": {"blur.png": "blur_data/a/1.png", "spike.dat": "spike_data/a/1.dat"}}""");
        }

        return file.ToArray();
    }

    static void Add(TarWriter tar, string name, string text) =>
        tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) });

    static void Unpack(string path)
    {
        string folder = Path.GetDirectoryName(path)!, target = Path.Combine(folder, "unpacked");
        try
        {
            ShardReader.Unpack(folder, target);
        }
        finally
        {
            if (Directory.Exists(target)) Directory.Delete(target, recursive: true);
            Assert.Equal([path], Directory.EnumerateFileSystemEntries(folder));
        }
    }
}
