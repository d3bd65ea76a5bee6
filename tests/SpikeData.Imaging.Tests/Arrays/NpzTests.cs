using System.IO.Compression;
using SpikeData.Compute;

namespace SpikeData.Imaging.Tests;

public sealed class NpzTests : IDisposable
{
    readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Arrays_ReturnAsTheyWere()
    {
        Write(("b", NdArray.Of([1, 2, 3], 3)), ("a/é", NdArray.Of([0.5], [])));
        using Npz npz = Npz.Open(path);
        Assert.Equal(["b", "a/é"], npz.Names);
        Assert.Equal([1, 2, 3], npz.Read("b").As<int>());
        Assert.Equal([0.5], npz.Read("a/é").As<double>());
    }

    [Fact]
    public void EqualArrays_GiveEqualFiles()
    {
        Write(("x", NdArray.Of([1, 2, 3], 3)));
        byte[] first = File.ReadAllBytes(path);
        Write(("x", NdArray.Of([1, 2, 3], 3)));
        Assert.Equal(first, File.ReadAllBytes(path));
        Assert.Equal("ebc02b04", Convert.ToHexStringLower(first.AsSpan(14, 4)));
    }

    [Fact]
    public void DeflatedMember_IsRead()
    {
        using (ZipArchive archive = ZipFile.Open(path, ZipArchiveMode.Update))
        using (Stream member = archive.CreateEntry("x.npy", CompressionLevel.Optimal).Open())
            Npy.Write(member, NdArray.Of(new int[1000], 1000));
        using Npz npz = Npz.Open(path);
        Assert.Equal(1000, npz.Read("x").Length);
    }

    [Fact]
    public void AbsentName_ListsWhatIsThere()
    {
        Write(("gray", NdArray.Of([1f], 1)));
        using Npz npz = Npz.Open(path);
        var problem = Assert.Throws<SpikeDataException>(() => npz.Read("voltage"));
        Assert.Equal("SPIKE463", problem.Id);
        Assert.Contains("gray", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DamagedArchive_IsRefusedWhereverItIsCut()
    {
        Write(("x", NdArray.Of([1, 2, 3], 3)));
        byte[] whole = File.ReadAllBytes(path);
        for (int length = 0; length < whole.Length; length += 7)
        {
            File.WriteAllBytes(path, whole[..length]);
            Assert.Equal("SPIKE463", Assert.Throws<SpikeDataException>(() => Npz.Open(path).Dispose()).Id);
        }
    }

    void Write(params (string Name, NdArray Array)[] arrays)
    {
        using FileStream stream = File.Create(path);
        Npz.Write(stream, arrays.Select(pair => KeyValuePair.Create(pair.Name, pair.Array)));
    }
}
