using SpikeData.Compute;

namespace SpikeData.Imaging.Tests;

/// <summary>HDF5 files of every kind that h5py writes. All were written by h5py from the spikes in spikes.npz, which are what is expected.</summary>
public sealed class HdfKindsTests : IDisposable
{
    static readonly byte[] Spikes = RecordingFolder.GoldenSpikes.As<byte>().ToArray();
    readonly RecordingFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("fletcher.h5", "fletcher32=True, chunks of which some reach beyond the edge")]
    [InlineData("fletcher-deflate.h5", "shuffle, gzip and fletcher32 of >i4")]
    [InlineData("lzf.h5", "shuffle and lzf of u2")]
    [InlineData("lzf-fletcher.h5", "lzf and fletcher32, libver='latest'")]
    [InlineData("lzf-left-out.h5", "lzf, and a chunk that it could not make smaller")]
    [InlineData("userblock.h5", "512 bytes of text before the file")]
    [InlineData("userblock-1024.h5", "1024 bytes, libver='latest'")]
    [InlineData("bool.h5", "numpy's bool, an enumeration")]
    [InlineData("double.h5", ">f8")]
    [InlineData("matlab.mat", "axes the other way round, MATLAB_class")]
    public void FileOfH5py_GivesItsSpikes(string file, string what)
    {
        using SpikeRecording recording = SpikeRecording.Open(Golden.Path($"recordings/{file}"));
        Assert.True(Spikes.AsSpan().SequenceEqual(RecordingFolder.SpikesOf(recording)), what);
        Assert.Equal(RecordingFormat.Hdf5, recording.Format);
        Assert.Null(recording.Warning);
    }

    [Fact]
    public void WrongCheckSum_NamesTheChunk()
    {
        byte[] bytes = File.ReadAllBytes(Golden.Path("recordings/fletcher.h5"));
        int place = bytes.AsSpan().IndexOf(ChunkAt(4, 4, 8));
        Assert.True(place > 0);
        bytes[place] ^= 1;
        SpikeDataException problem = Assert.Throws<SpikeDataException>(() => SpikeRecording.Open(folder.Write("a.h5", bytes)).Read(0, 9));
        Assert.Equal("SPIKE455", problem.Id);
        Assert.Contains("The chunk at [4, 4, 8]: The check sum (fletcher32) is", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FilterThatIsNotRead_IsNamed()
    {
        SpikeDataException problem = Assert.Throws<SpikeDataException>(() => SpikeRecording.Open(Golden.Path("recordings/scaleoffset.h5")).Read(0, 9));
        Assert.Equal("SPIKE455", problem.Id);
        Assert.Contains("the filter scale-offset", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TicksOfTheLatestFormatThatWereNeverWritten_AreNotDark()
    {
        using SpikeRecording recording = SpikeRecording.OpenDoubted(Golden.Path("recordings/partial-latest.h5"), new() { Axes = ArrayAxes.Thw }, out _);
        Assert.All(recording.Read(0, 16).ToArray().As<byte>().ToArray(), spike => Assert.Equal(1, spike));
        SpikeDataException problem = Assert.Throws<SpikeDataException>(() => recording.Read(15, 2));
        Assert.Contains("The chunk at [16, 0, 0] was never written", problem.Message, StringComparison.Ordinal);
    }

    /// <summary>The numbers of a chunk of 4 x 4 x 8 as they lie in the file; beyond the edges of the array they are 0.</summary>
    static byte[] ChunkAt(int tick, int row, int column) =>
    [
        .. from t in Enumerable.Range(tick, 4) from r in Enumerable.Range(row, 4) from c in Enumerable.Range(column, 8)
           select t < 9 && r < 6 && c < 12 ? Spikes[(t * 6 + r) * 12 + c] : (byte)0,
    ];
}
