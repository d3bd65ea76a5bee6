using CsCheck;
using SpikeData.Compute;

namespace SpikeData.Imaging.Tests;

/// <summary>Files that are damaged in any way: whatever they hold, a reader reads them or says what is wrong, in little memory.</summary>
public sealed class HostileFilesTests : IDisposable
{
    const long MostBytes = 64 << 20;

    readonly TestFiles files = new();

    static readonly NdArray Array = NdArray.Of([.. Enumerable.Range(0, 60).Select(value => (float)value)], 3, 4, 5);

    static readonly Dictionary<string, (byte[] Sound, Action<string> Read)> Readers = new()
    {
        ["array.npy"] = (Npy(), path => Imaging.Npy.Read(path)),
        ["arrays.npz"] = (Npz(), ReadAll),
        ["picture.png"] = (Png.Color([.. Enumerable.Range(0, 20 * 30 * 3).Select(value => (byte)value)], 20, 30), ReadPicture),
        ["spikes.dat"] = ([.. Enumerable.Range(0, 60).Select(value => (byte)value)], path => ReadSpikes(SpikeDat.Open(path, new(4, 10)))),
    };

    public static TheoryData<string> Names => [.. Readers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void SoundFile_IsRead(string name) => Readers[name].Read(files.Write(name, Readers[name].Sound));

    [Theory]
    [MemberData(nameof(Names))]
    public void DamagedFile_IsReadOrExplained(string name)
    {
        byte[] sound = Readers[name].Sound;
        Gen<byte[]> damaged =
            from place in Gen.Int[0, sound.Length - 1]
            from cut in Gen.Int[0, 12]
            from put in Gen.Byte.Array[0, 12]
            from end in Gen.Frequency((3, Gen.Const(int.MaxValue)), (1, Gen.Int[0, sound.Length]))
            select Damage(sound, place, cut, put, end);
        damaged.Sample(bytes => Read(name, bytes), iter: 500);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AnyBytes_AreReadOrExplained(string name) => Gen.Byte.Array[0, 300].Sample(bytes => Read(name, bytes), iter: 300);

    public void Dispose() => files.Dispose();

    static byte[] Damage(byte[] sound, int place, int cut, byte[] put, int end)
    {
        byte[] damaged = [.. sound[..place], .. put, .. sound[Math.Min(sound.Length, place + cut)..]];
        return damaged[..Math.Min(end, damaged.Length)];
    }

    void Read(string name, byte[] bytes)
    {
        string path = files.Write($"{Environment.CurrentManagedThreadId}.{name}", bytes);
        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            Readers[name].Read(path);
        }
        catch (SpikeDataException error)
        {
            Assert.NotEqual("", error.Message);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
    }

    static byte[] Npy()
    {
        MemoryStream target = new();
        Imaging.Npy.Write(target, Array);
        return target.ToArray();
    }

    static byte[] Npz()
    {
        MemoryStream target = new();
        Imaging.Npz.Write(target, [new("a", Array), new("b", NdArray.Of([1, 2], 2))]);
        return target.ToArray();
    }

    static void ReadAll(string path)
    {
        using Npz arrays = Imaging.Npz.Open(path);
        foreach (string name in arrays.Names) arrays.Read(name);
    }

    static void ReadPicture(string path)
    {
        (int height, int width) = PictureFile.Measure(path);
        if (height * width <= 1 << 20) PictureFile.Read(path, new byte[height * width * 3], height, width);
    }

    static void ReadSpikes(SpikeDat spikes)
    {
        using (spikes)
        {
            byte[] frame = new byte[spikes.Layout.FrameBytes];
            for (long tick = 0; tick < spikes.Ticks; tick++) spikes.Read(tick, frame);
        }
    }
}
