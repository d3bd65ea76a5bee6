using SpikeData.Compute;

namespace SpikeData.Imaging.Tests;

public sealed class PackSpikesTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 1)]
    [InlineData(1, 13)]
    [InlineData(3, 5)]
    [InlineData(7, 31)]
    [InlineData(90, 160)]
    [InlineData(25, 401)]
    public void EverySize_IsPackedAsAStreamIs(int height, int width)
    {
        Random random = new(height * 1000 + width);
        byte[] spikes = [.. Enumerable.Range(0, height * width).Select(_ => (byte)random.Next(2))];
        using CpuDevice device = new();
        using Buffer<byte> source = device.Allocate<byte>(spikes.Length);
        source.Upload(spikes);
        foreach (RowOrder rows in Enum.GetValues<RowOrder>())
        {
            SpikeLayout layout = new(height, width, rows);
            using Buffer<byte> packed = device.Allocate<byte>(layout.FrameBytes);
            device.Run(new PackSpikes(source.View, packed.View, layout), 1, layout.FrameBytes);
            byte[] bytes = new byte[layout.FrameBytes];
            packed.Download(bytes);
            Assert.Equal(SpikeStream.Of(spikes, layout).Frame(0), bytes);
        }
    }
}
