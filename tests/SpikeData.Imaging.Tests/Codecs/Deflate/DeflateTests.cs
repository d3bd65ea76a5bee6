using System.IO.Compression;
using System.Security.Cryptography;
using CsCheck;

namespace SpikeData.Imaging.Tests;

/// <summary>Our own compression against zlib, both ways.</summary>
public sealed class DeflateTests
{
    /// <summary>Data of every shape that compression treats in a way of its own.</summary>
    static readonly Dictionary<string, byte[]> Data = new()
    {
        ["nothing"] = [],
        ["one byte"] = [7],
        ["one value for long"] = new byte[100_000],
        ["all values alike"] = [.. Enumerable.Range(0, 70_000).Select(index => (byte)index)],
        ["noise"] = Noise(200_000, 256),
        ["quiet noise, several literals a code"] = Noise(300_000, 5),
        ["codes as long as they may be"] = Fibonacci(),
        ["runs of three values"] = [.. Enumerable.Range(0, 90_000).Select(index => (byte)(index % 3 == 0 ? index / 999 : index % 3))],
        ["what was there far before"] = [.. Noise(32_768, 256), .. Noise(32_768, 256), .. Noise(10, 9), .. Noise(40_000, 256)],
        ["pictures"] = Golden.Read<byte>("blur/pipeline.npz", "source_bgr")[..400_000],
    };

    public static TheoryData<string> Names => [.. Data.Keys];

    public static TheoryData<string, CompressionLevel> NamesAndLevels
    {
        get
        {
            var data = new TheoryData<string, CompressionLevel>();
            // Of nothing, .NET need not make a stream at all.
            foreach (string name in Data.Keys.Where(name => Data[name].Length > 0))
            foreach (CompressionLevel level in Enum.GetValues<CompressionLevel>())
                data.Add(name, level);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void WhatWeCompress_ZlibReads(string name)
    {
        using var stream = new ZLibStream(new MemoryStream(Deflater.Encode(Data[name])), CompressionMode.Decompress);
        var read = new MemoryStream();
        stream.CopyTo(read);
        Assert.Equal(Data[name], read.ToArray());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void WhatWeCompress_WeRead(string name) => Assert.Equal(Data[name], Inflate(Deflater.Encode(Data[name]), Data[name].Length));

    [Theory]
    [MemberData(nameof(NamesAndLevels))]
    public void WhatZlibCompresses_WeRead(string name, CompressionLevel level) =>
        Assert.Equal(Data[name], Inflate(Zlib(Data[name], level), Data[name].Length));

    /// <summary>The bytes must not depend on the machine, the runtime or the lanes: data sets are compared by them.</summary>
    [Fact]
    public void CompressedBytes_StayTheSame() => Assert.Equal(
        "502B8D22", Convert.ToHexString(SHA256.HashData([.. Data.Values.SelectMany(data => Deflater.Encode(data))]))[..8]);

    [Fact]
    public void AnotherSize_IsRefused()
    {
        byte[] compressed = Deflater.Encode(Data["noise"]);
        Assert.Null(Inflate(compressed, Data["noise"].Length - 1));
        Assert.Null(Inflate(compressed, Data["noise"].Length + 1));
    }

    [Fact]
    public void AnyData_AreReadBack() => Gen.Byte.Array[0, 2000].Sample(data => Assert.Equal(data, Inflate(Deflater.Encode(data), data.Length)), iter: 300);

    /// <summary>The check sum is over what was decompressed, so damage that is not seen does no harm.</summary>
    [Theory]
    [InlineData(CompressionLevel.NoCompression)]
    [InlineData(CompressionLevel.Fastest)]
    [InlineData(CompressionLevel.Optimal)]
    public void DamagedData_AreRefusedOrUnharmed(CompressionLevel level)
    {
        byte[] data = [.. Noise(700, 6), .. Noise(700, 6), .. Noise(300, 256)], sound = Zlib(data, level);
        Gen<byte[]> damaged =
            from at in Gen.Int[0, sound.Length - 1]
            from put in Gen.Byte.Array[0, 6]
            from end in Gen.Int[at, sound.Length]
            select (byte[])[.. sound[..at], .. put, .. sound[Math.Min(at + put.Length, end)..end]];
        damaged.Sample(bytes => Assert.True(Inflate(bytes, data.Length) is not { } read || read.AsSpan().SequenceEqual(data)), iter: 5000);
    }

    /// <summary>A valid first block makes the decoder go on into whatever follows.</summary>
    [Fact]
    public void AnyBytes_AreRefusedOrRead()
    {
        Gen<byte[]> any = from kind in Gen.Int[0, 7] from rest in Gen.Byte.Array[0, 400] select (byte[])[0x78, 0x01, (byte)kind, .. rest];
        any.Sample(bytes => Inflate(bytes, 1000), iter: 20_000);
    }

    /// <summary>The data; null when they are refused. Writes outside of its place are noticed.</summary>
    static byte[]? Inflate(byte[] compressed, int size)
    {
        const byte Mark = 0xa5;
        byte[] place = new byte[64 + size + Inflater.Slack + 64];
        place.AsSpan().Fill(Mark);
        bool read = Inflater.TryDecode([.. compressed, .. new byte[Inflater.Slack]], place.AsSpan(64, size + Inflater.Slack));
        Assert.True(place.AsSpan(0, 64).IndexOfAnyExcept(Mark) < 0 && place.AsSpan(64 + size + Inflater.Slack).IndexOfAnyExcept(Mark) < 0);
        return read ? place[64..(64 + size)] : null;
    }

    static byte[] Zlib(byte[] data, CompressionLevel level)
    {
        var compressed = new MemoryStream();
        using (var stream = new ZLibStream(compressed, level, leaveOpen: true)) stream.Write(data);
        return compressed.ToArray();
    }

    static byte[] Noise(int length, int levels)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, length).Select(_ => (byte)random.Next(levels))];
    }

    /// <summary>The frequencies that give the longest codes there are.</summary>
    static byte[] Fibonacci()
    {
        var data = new List<byte>();
        for ((int symbol, int count, int next) = (0, 1, 1); symbol < 22; (symbol, count, next) = (symbol + 1, next, count + next))
            data.AddRange(Enumerable.Repeat((byte)(symbol * 11), count));
        byte[] mixed = [.. data];
        new Random(2).Shuffle(mixed);
        return mixed;
    }
}
