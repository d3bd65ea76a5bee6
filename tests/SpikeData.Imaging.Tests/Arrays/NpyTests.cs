using System.Text;
using SpikeData.Compute;

namespace SpikeData.Imaging.Tests;

public sealed class NpyTests
{
    [Fact]
    public void EveryElementType_ReturnsAsItWas()
    {
        NdArray[] arrays =
        [
            NdArray.Of([true, false, true], 3),
            NdArray.Of([(byte)1, (byte)255], 1, 2),
            NdArray.Of([sbyte.MinValue, (sbyte)1], 2),
            NdArray.Of([short.MinValue, (short)1], 2),
            NdArray.Of([(ushort)1, ushort.MaxValue], 2, 1),
            NdArray.Of([uint.MaxValue], 1),
            NdArray.Of([ulong.MaxValue], 1),
            NdArray.Of([int.MinValue, 7], 2),
            NdArray.Of([long.MaxValue], 1, 1, 1),
            NdArray.Of([Half.MaxValue, Half.NaN], 2),
            NdArray.Of([float.Epsilon, -0f], 2),
            NdArray.Of([Math.PI], []),
        ];
        foreach (NdArray array in arrays)
        {
            NdArray read = Read(Written(array));
            Assert.Equal(array.ToString(), read.ToString());
            Assert.Equal(array.Bytes, read.Bytes);
        }
    }

    [Fact]
    public void Header_IsTheOneNumpyWrites()
    {
        byte[] file = Written(NdArray.Of([1f, 2f, 3f], 3));
        const string Text = "{'descr': '<f4', 'fortran_order': False, 'shape': (3,), }";
        Assert.Equal([0x93, .. "NUMPY"u8, 1, 0, 118, 0, .. Encoding.ASCII.GetBytes(Text.PadRight(117) + '\n')], file[..128]);
        Assert.Equal(128 + 12, file.Length);
    }

    [Fact]
    public void EmptyArray_KeepsItsShape() => Assert.Equal("i4[0, 5]", Read(Written(NdArray.Of<int>([], 0, 5))).ToString());

    [Fact]
    public void ColumnMajorArray_IsTransposed()
    {
        int[] columnMajor = [0, 3, 1, 4, 2, 5];
        NdArray array = Read(File("{'descr': '<i4', 'fortran_order': True, 'shape': (2, 3), }", [.. columnMajor.SelectMany(BitConverter.GetBytes)]));
        Assert.Equal([0, 1, 2, 3, 4, 5], array.As<int>());
    }

    [Fact]
    public void BigEndianArray_IsTurned()
    {
        NdArray array = Read(File("{'descr': '>i2', 'fortran_order': False, 'shape': (2,), }", [1, 2, 0xFF, 0xFE]));
        Assert.Equal([0x0102, -2], array.As<short>().ToArray());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void LongHeaderVersions_AreRead(byte version)
    {
        byte[] text = Encoding.ASCII.GetBytes("{\"shape\": (), \"descr\": \"|u1\", \"fortran_order\": False}");
        Assert.Equal([9], Read([0x93, .. "NUMPY"u8, version, 0, (byte)text.Length, 0, 0, 0, .. text, 9]).As<byte>().ToArray());
    }

    [Theory]
    [InlineData("SPIKE460", "")]
    [InlineData("SPIKE460", "{")]
    [InlineData("SPIKE460", "{}")]
    [InlineData("SPIKE460", "{'descr': '<f4', 'fortran_order': False}")]
    [InlineData("SPIKE460", "{'descr': '<f4', 'fortran_order': False, 'shape': (1,)} trailing")]
    [InlineData("SPIKE460", "{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': (1,)}")]
    [InlineData("SPIKE460", "{'descr': '<f4', 'fortran_order': Maybe, 'shape': (1,)}")]
    [InlineData("SPIKE460", "{'descr': '<f4', 'fortran_order': False, 'shape': (-1,)}")]
    [InlineData("SPIKE460", "{'descr': '<f4', 'fortran_order': False, 'shape': (1 2)}")]
    [InlineData("SPIKE460", "{'descr': '<f4, 'fortran_order': False, 'shape': (1,)}")]
    [InlineData("SPIKE461", "{'descr': '>c8', 'fortran_order': False, 'shape': (1,)}")]
    [InlineData("SPIKE461", "{'descr': '|O', 'fortran_order': False, 'shape': (1,)}")]
    [InlineData("SPIKE461", "{'descr': [('x', '<f4')], 'fortran_order': False, 'shape': (1,)}")]
    [InlineData("SPIKE462", "{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999999999999,)}")]
    [InlineData("SPIKE462", "{'descr': '<f8', 'fortran_order': False, 'shape': (2147483647, 2147483647, 2147483647)}")]
    public void HostileHeader_IsRefused(string id, string header) =>
        Assert.Equal(id, Assert.Throws<SpikeDataException>(() => Read(File(header, new byte[16]))).Id);

    [Fact]
    public void EveryTruncation_IsRefused()
    {
        byte[] file = Written(NdArray.Of([1f, 2f, 3f], 3));
        for (int length = 0; length < file.Length; length++)
            Assert.StartsWith("SPIKE46", Assert.Throws<SpikeDataException>(() => Read(file[..length])).Id);
    }

    [Fact]
    public void SizeThatLies_CostsNoMemory()
    {
        byte[] file = File("{'descr': '|u1', 'fortran_order': False, 'shape': (2000000000,), }", new byte[100]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal("SPIKE462", Assert.Throws<SpikeDataException>(() => Read(file)).Id);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
    }

    [Fact]
    public void NumbersOfAnotherType_AreNotReinterpreted() =>
        Assert.Equal("SPIKE464", Assert.Throws<SpikeDataException>(() => NdArray.Of([1f], 1).As<int>().Length).Id);

    static byte[] Written(NdArray array)
    {
        using MemoryStream stream = new();
        Npy.Write(stream, array);
        return stream.ToArray();
    }

    static byte[] File(string header, byte[] numbers) =>
        [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. Encoding.ASCII.GetBytes(header), .. numbers];

    static NdArray Read(byte[] file) => Npy.Read(new MemoryStream(file));
}
