using SpikeData.Compute;

namespace SpikeData.Imaging.Tests;

/// <summary>HDF5 files that are sound to look at, and would end the process or be read as something else.</summary>
public sealed class BrokenHdfTests : IDisposable
{
    readonly RecordingFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("linked.h5")]
    [InlineData("aliased.h5")]
    public void LinkByName_IsNotFollowed(string file)
    {
        SpikeDataException problem = Assert.Throws<SpikeDataException>(() => SpikeRecording.Open(Golden.Path($"recordings/{file}"), new() { Array = "raw_spike" }));
        Assert.Equal("SPIKE455", problem.Id);
        Assert.Contains("without links", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TicksThatWereNeverWritten_AreNotDark()
    {
        SpikeDataException problem = Assert.Throws<SpikeDataException>(() => SpikeRecording.Open(Golden.Path("recordings/partial.h5")));
        Assert.Equal("SPIKE455", problem.Id);
        Assert.Contains("16 chunks", problem.Message, StringComparison.Ordinal);
        Assert.Contains("no more than 3", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void HeaderThatGoesOnInItself_IsRefused()
    {
        byte[] message = [0x10, 0, 16, 0, 0, 0, 0, 0, .. Address(96 + 16), .. Address(24)];
        byte[] header = [1, 0, 1, 0, 1, 0, 0, 0, 24, 0, 0, 0, 0, 0, 0, 0, .. message];
        byte[] symbol = [.. Address(0), .. Address(96), .. new byte[24]];
        byte[] superblock = [0x89, .. "HDF\r\n"u8, 0x1A, (byte)'\n', 0, 0, 0, 0, 0, 8, 8, 0, 4, 0, 16, 0, 0, 0, 0, 0, .. Address(0), .. Address(-1), .. Address(136), .. Address(-1), .. symbol];
        Assert.Equal(96, superblock.Length);
        Assert.Equal("SPIKE455", RecordingFolder.Refusal(folder.Write("self.h5", [.. superblock, .. header])));
    }

    [Fact]
    public void LengthBeyondTheFile_TakesNoMemory()
    {
        byte[] bytes = File.ReadAllBytes(Golden.Path("recordings/chunked.h5"));
        int heap = bytes.AsSpan().IndexOf("HEAP"u8);
        BitConverter.TryWriteBytes(bytes.AsSpan(heap + 8), 1L << 30);
        string path = folder.Write("heap.h5", bytes);
        HostileBytes.AssertRead(() => RecordingFolder.Refusal(path), 1 << 20);
    }

    static byte[] Address(long address) => BitConverter.GetBytes(address);
}
