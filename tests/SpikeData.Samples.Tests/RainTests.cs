using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;
using SpikeData.Rain;

namespace SpikeData.Samples.Tests;

/// <summary>A stage that a team wrote: its laws, and the data set that its recipe gives.</summary>
public sealed class RainTests : IDisposable
{
    const int Width = 40, Height = 30;

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("spikedata-");
    readonly CpuDevice device = new();

    public void Dispose()
    {
        device.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public void NoStreaks_LeaveEveryFrameAsItIs() =>
        Assert.All(Apply(new(Streaks: 0)), frame => Assert.All(frame, value => Assert.Equal(100, value)));

    [Fact]
    public void StreaksOnEveryPlace_BrightenEveryPixelByTheirShare() =>
        Assert.All(Apply(new(Streaks: 1000, Brightness: 0.5)), frame => Assert.All(frame, value => Assert.Equal(100 + (255 - 100) / 2, value)));

    [Fact]
    public void Rain_FallsByItsSpeedFromFrameToFrame()
    {
        const int Speed = 4;
        byte[][] frames = [.. Apply(new(Streaks: 200, Length: 6, Speed: Speed))];
        Assert.Equal(frames[0][..((Height - Speed) * Width * 3)], frames[1][(Speed * Width * 3)..]);
        Assert.NotEqual(frames[0], frames[1]);
    }

    [Fact]
    public void ShareOfStreaks_IsTheOneAskedFor()
    {
        int wet = Apply(new(Streaks: 250, Length: 1)).Sum(frame => frame.Chunk(3).Count(pixel => pixel[0] != 100));
        int pixels = 3 * Width * Height;
        // Four standard deviations of that many draws.
        Assert.InRange(wet / (double)pixels, 0.25 - 4 * Math.Sqrt(0.25 * 0.75 / pixels), 0.25 + 4 * Math.Sqrt(0.25 * 0.75 / pixels));
    }

    [Fact]
    public async Task Recipe_GivesRainyAndDrySamplesOfTheSameMoments()
    {
        Sample[] rainy = await Build(Datasets.Rainy), dry = await Build(Datasets.Dry);
        Assert.Equal(rainy.Select(sample => sample.Label), dry.Select(sample => sample.Label));
        Assert.NotEmpty(rainy);
        foreach ((Sample wet, Sample clear) in rainy.Zip(dry))
        {
            byte[] with = [.. wet.ReadSharp().Single().As<byte>()], without = [.. clear.ReadSharp().Single().As<byte>()];
            Assert.NotEqual(without, with);
            Assert.All(with.Zip(without), pixel => Assert.True(pixel.First >= pixel.Second));
        }
    }

    /// <summary>Three gray frames after the stage.</summary>
    IEnumerable<byte[]> Apply(Rain.Rain rain)
    {
        Clip dry = new(new(folder.FullName, device), new("scene", "", []), new(Width, Height), Gray(3));
        foreach (Frame frame in rain.Apply(dry).Frames)
        {
            using (frame)
            {
                byte[] bytes = new byte[Width * Height * 3];
                frame.Pixels.Download(bytes);
                yield return bytes;
            }
        }
    }

    IEnumerable<Frame> Gray(int frames)
    {
        for (int i = 0; i < frames; i++)
        {
            Buffer<byte> pixels = device.Allocate<byte>(Width * Height * 3);
            pixels.Upload(Enumerable.Repeat((byte)100, Width * Height * 3).ToArray());
            yield return new(pixels, Height, Width, buffer => buffer.Dispose());
        }
    }

    async Task<Sample[]> Build(Dataset dataset)
    {
        Workspace workspace = new(SampleFolder.Rain, device)
        {
            OutputDirectory = Path.Combine(folder.FullName, "datasets"), StoreDirectory = Path.Combine(folder.FullName, "store"),
        };
        DatasetResult result = await new DatasetBuilder(workspace).BuildAsync(dataset.Pipeline, cancellation: TestContext.Current.CancellationToken);
        Assert.Empty(result.Failures);
        return await dataset.Samples(result.Directory, TestContext.Current.CancellationToken).ToArrayAsync(TestContext.Current.CancellationToken);
    }
}
