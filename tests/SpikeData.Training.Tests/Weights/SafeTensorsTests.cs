using System.Buffers.Binary;
using System.Text;
using CsCheck;
using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Training.Tests;

public sealed class SafeTensorsTests
{
    const string Sound = """{"__metadata__":{"format":"pt"},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"BF16","shape":[1,1],"data_offsets":[8,10]}}""";

    static readonly byte[] Numbers = [0, 0, 0x80, 0x3f, 0, 0, 0, 0x40, 0x40, 0x40];

    [Fact]
    public void File_IsReadAsItsHeaderSays()
    {
        Weights weights = Read(File(Sound, Numbers));
        Assert.Equal([1, 2], weights["a"].As<float>().ToArray());
        Assert.Equal([3], weights["b"].As<float>().ToArray());
        Assert.Equal([1, 1], weights["b"].Shape.ToArray());
    }

    [Fact]
    public void WhatIsWritten_IsReadAgain() => Gen.Select(Gen.Int[0, 5].Array[0, 3], Gen.Enum<ElementType>()).Array[0, 5].Sample(
        arrays =>
        {
            Weights written = [];
            foreach (var (shape, type) in arrays)
            {
                byte[] bytes = [.. Enumerable.Range(0, shape.Aggregate(type.Size(), (all, length) => all * length)).Select(i => (byte)i)];
                written.Add($"array \"{written.Count}\" \u00fc", new(type, shape, bytes));
            }

            using MemoryStream stream = new();
            SafeTensors.Write(stream, written);
            stream.Position = 0;
            Weights read = SafeTensors.Read(stream);
            Assert.Equal(written.Count, read.Count);
            Assert.All(written, entry => Assert.Equal($"{entry.Value}", $"{read[entry.Key]}"));
            Assert.All(written, entry => Assert.Equal(entry.Value.Bytes, read[entry.Key].Bytes));
        },
        iter: 200);

    [Theory]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", "2 bytes at its end belong to no array")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[2,10]}}""", "begin at 2 where 0 was expected")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"U8","shape":[4],"data_offsets":[6,10]}}""", "begin at 6 where 8 was expected")]
    [InlineData("""{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}}""", "behind the end of the file at 10")]
    [InlineData("""{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,10]}}""", "does not fill 10 bytes")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-1,-2],"data_offsets":[0,8]}}""", "does not fill 8 bytes")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2147483647,2147483647,2147483647],"data_offsets":[0,10]}}""", "does not fill 10 bytes")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4294967296],"data_offsets":[0,10]}}""", "its header is not what it should be")]
    [InlineData("""{"a":{"dtype":"F8_E4M3","shape":[10],"data_offsets":[0,10]}}""", "numbers of type F8_E4M3")]
    [InlineData("""{"a":{"dtype":null,"shape":[10],"data_offsets":[0,10]}}""", "numbers of type ")]
    [InlineData("""{"a":{"dtype":"U8","shape":[10],"data_offsets":[10,0]}}""", "the place of 'a' is [10, 0]")]
    [InlineData("""{"a":{"dtype":"U8","shape":[10]}}""", "its header is not what it should be")]
    [InlineData("""{"a":{"dtype":"U8","shape":[5],"data_offsets":[0,5]},"a":{"dtype":"U8","shape":[5],"data_offsets":[5,10]}}""", "its header is not what it should be")]
    [InlineData("[]", "its header is not what it should be")]
    [InlineData("{", "its header is not what it should be")]
    public void HeaderThatPromisesTheImpossible_IsRefused(string header, string why)
    {
        var refused = Assert.Throws<SpikeDataException>(() => Read(File(header, Numbers)));
        Assert.Equal("SPIKE551", refused.Id);
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(100_000_001)]
    [InlineData(-1)]
    public void HeaderLongerThanTheFile_IsRefusedBeforeMemoryIsReserved(long length)
    {
        byte[] file = File("{}", Numbers[..8]);
        BinaryPrimitives.WriteInt64LittleEndian(file, length);
        Assert.Equal("SPIKE551", Assert.Throws<SpikeDataException>(() => Read(file)).Id);
    }

    [Fact]
    public void DamagedFile_IsRefusedOrRead_AndNothingElse()
    {
        byte[] sound = File(Sound, Numbers);
        Gen.Select(Gen.Int[0, sound.Length - 1], Gen.Byte, Gen.Int[0, sound.Length]).Sample(
            (place, value, length) =>
            {
                byte[] damaged = (byte[])sound.Clone();
                damaged[place] = value;
                try
                {
                    _ = Read(damaged);
                    _ = Read(sound[..length]);
                }
                catch (SpikeDataException problem) when (problem.Id is "SPIKE501" or "SPIKE551")
                {
                }
            },
            iter: 1000);
    }

    static byte[] File(string header, byte[] numbers) =>
        [.. BitConverter.GetBytes((long)Encoding.UTF8.GetByteCount(header)), .. Encoding.UTF8.GetBytes(header), .. numbers];

    static Weights Read(byte[] file)
    {
        using MemoryStream stream = new(file);
        return SafeTensors.Read(stream);
    }
}
