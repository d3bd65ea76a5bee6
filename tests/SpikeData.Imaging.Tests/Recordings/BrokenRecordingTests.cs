using SpikeData.Compute;

namespace SpikeData.Imaging.Tests;

public sealed class BrokenRecordingTests : IDisposable
{
    readonly RecordingFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void DatOfUnknownSize_AsksForTheSize()
    {
        folder.Write("a.dat", new byte[100]);
        Assert.Equal("SPIKE450", RecordingFolder.Refusal(folder["a.dat"]));
        Assert.Equal("SPIKE450", RecordingFolder.Refusal(folder["a.dat"], new() { Width = 40 }));
    }

    [Fact]
    public void FrameBeyondAnySensor_IsRefusedBeforeMemoryIsTaken()
    {
        folder.Write("a.dat", new byte[100]);
        Assert.Equal("SPIKE470", RecordingFolder.Refusal(folder["a.dat"], new() { Width = 30_000, Height = 30_000 }));
        using (FileStream file = File.Create(folder["a.npy"])) new NpyHeader(ElementType.UInt8, [1, 30_000, 30_000]).Write(file);
        Assert.Equal("SPIKE462", RecordingFolder.Refusal(folder["a.npy"]));
    }

    [Theory]
    [InlineData("width: twelve\n")]
    [InlineData("width: 0\n")]
    [InlineData("width: 99999999999999999999\n")]
    [InlineData("width: 4\nheight: 4\nrow-order: sideways\n")]
    [InlineData("width: 4\nheight: 4\nticks-per-second: -1\n")]
    [InlineData("width: 4\nwidth: 5\n")]
    [InlineData("width: 4\n\0\0\0\n")]
    public void SidecarThatCannotBeUnderstood_IsReportedWithItsLine(string text)
    {
        folder.Write("a.dat", new byte[100]);
        folder.Write("a.dat.yaml", text);
        SpikeDataException problem = Assert.Throws<SpikeDataException>(() => SpikeRecording.Open(folder["a.dat"]).Dispose());
        Assert.Equal(("SPIKE451", folder["a.dat.yaml"]), (problem.Id, problem.File));
        Assert.StartsWith("Line ", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ArrayThatIsNotOfSpikes_IsRefused()
    {
        folder.WriteNpy("flat.npy", new byte[8], 2, 4);
        folder.WriteNpy("counts.npy", new byte[] { 0, 1, 1, 2 }, 1, 2, 2);
        folder.WriteNpy("gray.npy", [0, 0.5f, 1, 1], 1, 2, 2);
        Assert.Equal(["SPIKE454", "SPIKE454", "SPIKE454"], new[] { "flat.npy", "counts.npy", "gray.npy" }.Select(name => RecordingFolder.Refusal(folder[name])));
        Assert.Equal("SPIKE454", RecordingFolder.Refusal(Golden.Path("recordings/intervals.h5")));
    }

    [Theory]
    [InlineData("spikes.npz")]
    [InlineData("chunked.h5")]
    public void ArrayOfAnotherName_IsRefusedWithTheNamesThereAre(string file)
    {
        SpikeDataException problem = Assert.Throws<SpikeDataException>(() => SpikeRecording.Open(Golden.Path($"recordings/{file}"), new() { Array = "spks" }));
        Assert.Equal("SPIKE453", problem.Id);
        Assert.Contains(file == "spikes.npz" ? "spk, other" : "flow, group/spikes", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("spikes.npz")]
    [InlineData("scflow.h5")]
    [InlineData("chunked.h5")]
    public void FileCutAnywhere_IsRefused(string file)
    {
        byte[] whole = File.ReadAllBytes(Golden.Path($"recordings/{file}"));
        for (int length = 8; length < whole.Length - 1; length += Math.Max(1, whole.Length / 40))
            Assert.StartsWith("SPIKE4", RecordingFolder.Refusal(folder.Write("cut", whole.AsSpan(0, length))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("spikes.npz")]
    [InlineData("scflow.h5")]
    [InlineData("chunked.h5")]
    public void FileWithAChangedByte_IsReadOrRefused(string file)
    {
        byte[] whole = File.ReadAllBytes(Golden.Path($"recordings/{file}"));
        for (int place = 0; place < whole.Length; place += 7)
        {
            byte before = whole[place];
            whole[place] ^= 0xFF;
            try
            {
                using SpikeRecording recording = SpikeRecording.Open(folder.Write("changed", whole), new() { Width = 12, Height = 6 });
                foreach (SpikeStream block in recording.Blocks(2)) Assert.Equal(block.Ticks * block.Layout.FrameBytes, block.Bytes.Length);
            }
            catch (SpikeDataException refusal)
            {
                Assert.StartsWith("SPIKE4", refusal.Id, StringComparison.Ordinal);
            }

            whole[place] = before;
        }
    }
}
