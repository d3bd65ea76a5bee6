using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Cli.Tests;

public sealed class RecordingCopyTests
{
    [Theory]
    [InlineData("b.dat")]
    [InlineData("b.npy")]
    [InlineData("b.npz")]
    [InlineData("b.h5")]
    public async Task CopyThatIsStopped_LeavesNothing(string name)
    {
        using TemporaryFolder folder = new();
        await File.WriteAllBytesAsync(folder["a.dat"], Golden.Read<byte>("spike-dat/dat_5x8x16.npz", "dat_bytes"), TestContext.Current.CancellationToken);
        using SpikeRecording source = SpikeRecording.Open(folder["a.dat"], new() { Width = 16, Height = 8 });
        using CancellationTokenSource stop = new();
        RecordingCopy copy = WorkBar.Show(TextWriter.Null, "copy", source.Ticks, bar => RecordingCopy.Of(source, FrameRange.All, RowOrder.BottomUp) with { Advance = bar.Advance }, stop.Token);
        await stop.CancelAsync();
        Assert.Throws<OperationCanceledException>(() => copy.Write(folder[name]));
        Assert.Equal([folder["a.dat"]], Directory.GetFiles(folder[""]));
    }
}
