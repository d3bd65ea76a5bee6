using SpikeData.Compute;

namespace SpikeData.Imaging.Tests;

public sealed class SpikeDatTests : IDisposable
{
    readonly string path = Path.GetTempFileName();

    public static TheoryData<string> Sizes => ["1x2x4", "2x10x12", "3x180x320", "3x250x400", "5x8x16", "7x4x6"];

    public void Dispose() => File.Delete(path);

    [Theory]
    [MemberData(nameof(Sizes))]
    public void File_EqualsTheOfficialWriters(string size)
    {
        NdArray spikes = Golden.Read($"spike-dat/dat_{size}.npz", "spikes");
        foreach ((RowOrder rows, string name) in new[] { (RowOrder.BottomUp, "dat_bytes"), (RowOrder.TopDown, "dat_bytes_noflip") })
        {
            SpikeStream stream = SpikeStream.Of(spikes.As<byte>(), new(spikes.Shape[1], spikes.Shape[2], rows));
            using (FileStream file = File.Create(path)) SpikeDat.Write(file, stream);
            Assert.Equal(Golden.Read<byte>($"spike-dat/dat_{size}.npz", name), File.ReadAllBytes(path));
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void File_ReadsAsTheOfficialReaders(string size)
    {
        float[] expected = Golden.Read<float>($"spike-dat/dat_{size}.npz", "loaded");
        ReadOnlySpan<int> shape = Golden.Read($"spike-dat/dat_{size}.npz", "spikes").Shape;
        File.WriteAllBytes(path, Golden.Read<byte>($"spike-dat/dat_{size}.npz", "dat_bytes"));
        using SpikeDat dat = SpikeDat.Open(path, new(shape[1], shape[2]));
        Assert.Null(dat.Warning);
        Assert.Equal(expected, dat.Read(0, shape[0]).ToArray().As<byte>().ToArray().Select(spike => (float)spike));
    }

    [Fact]
    public void IncompleteTail_IsLeftOutAndReported()
    {
        File.WriteAllBytes(path, Golden.Read<byte>("spike-dat/dat_edge.npz", "dat_bytes_trailing"));
        using SpikeDat dat = SpikeDat.Open(path, new(8, 8));
        Assert.Equal((6, 7), (dat.Ticks, dat.TailBytes));
        Assert.Contains("7 bytes of an incomplete one", dat.Warning, StringComparison.Ordinal);
        Assert.Equal(Golden.Read<byte>("spike-dat/dat_edge.npz", "spikes"), dat.Read(0, 6).ToArray().As<byte>());
        Assert.Equal(Golden.Read<float>("spike-dat/dat_edge.npz", "loaded_frame_cnt2").Select(spike => (byte)spike), dat.Read(0, 2).ToArray().As<byte>().ToArray());
    }

    [Fact]
    public void Window_IsCutAfterTheRowsAreInOrder()
    {
        SpikeStream whole = SpikeStream.Of(Golden.Read<byte>("spike-dat/dat_edge.npz", "spikes"), new(8, 8));
        float[] expected = Golden.Read<float>("spike-dat/dat_edge.npz", "loaded_window");
        Assert.Equal(expected.Select(spike => (byte)spike), whole.Crop(1, 2, 4, 5).ToArray().As<byte>().ToArray());
        Assert.Equal("SPIKE471", Assert.Throws<SpikeDataException>(() => whole.Crop(5, 0, 4, 5)).Id);
    }

    [Fact]
    public void PixelsThatFillNoByte_ArePaddedWithZeros()
    {
        SpikeStream stream = SpikeStream.Of(Enumerable.Repeat((byte)1, 30).ToArray(), new(3, 5));
        Assert.Equal([0xFF, 0x7F], stream.Frame(0).ToArray());
        Assert.Equal([0xFF, 0x7F], stream.Frame(1).ToArray());
        Assert.Equal(Enumerable.Repeat((byte)1, 30), stream.ToArray().As<byte>().ToArray());
    }

    [Fact]
    public void FileWithoutAWholeTick_IsRefused()
    {
        File.WriteAllBytes(path, new byte[7]);
        Assert.Equal("SPIKE472", Assert.Throws<SpikeDataException>(() => SpikeDat.Open(path, new(8, 8))).Id);
    }

    [Fact]
    public void TicksBehindTheEnd_AreRefused()
    {
        File.WriteAllBytes(path, new byte[16]);
        using SpikeDat dat = SpikeDat.Open(path, new(8, 8));
        Assert.Equal("SPIKE473", Assert.Throws<SpikeDataException>(() => dat.Read(1, 2)).Id);
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(4, -1)]
    [InlineData(65536, 65536)]
    public void ImpossibleFrame_IsRefused(int height, int width) =>
        Assert.Equal("SPIKE470", Assert.Throws<SpikeDataException>(() => new SpikeLayout(height, width)).Id);
}
