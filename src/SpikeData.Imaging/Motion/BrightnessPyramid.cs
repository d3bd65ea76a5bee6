using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>A frame for motion search: its packed pixels, and its brightness and slopes at full size, half of it, and so on.</summary>
sealed class BrightnessPyramid : IDisposable
{
    /// <summary>A level is halved as long as its shorter side has this many pixels.</summary>
    const int SmallestHalved = 24;

    readonly Device device;

    public BrightnessPyramid(Device device, int height, int width)
    {
        this.device = device;
        Pixels = device.Allocate<int>(height * width);
        List<Level> levels = [new(device, height, width)];
        while (Math.Min(levels[^1].Height, levels[^1].Width) >= SmallestHalved)
            levels.Add(new(device, (levels[^1].Height + 1) / 2, (levels[^1].Width + 1) / 2));
        Levels = levels;
    }

    public Buffer<int> Pixels { get; }

    /// <summary>From the full size down.</summary>
    public IReadOnlyList<Level> Levels { get; }

    public void Build(Frame frame)
    {
        (int height, int width) = (frame.Height, frame.Width);
        device.Run(new PackPixels(frame.Pixels.View, Pixels.View, width), height, width);
        device.Run(new MeasureBrightness(Pixels.View, Levels[0].Brightness.View, width), height, width);
        for (int i = 1; i < Levels.Count; i++)
        {
            (Level fine, Level coarse) = (Levels[i - 1], Levels[i]);
            device.Run(new HalveBrightness(fine.Brightness.View, coarse.Brightness.View, fine.Height, fine.Width), coarse.Height, coarse.Width);
        }

        foreach (Level level in Levels)
            device.Run(new PackSlopes(level.Brightness.View, level.Slopes.View, level.Height, level.Width), level.Height, level.Width);
    }

    public void Dispose()
    {
        Pixels.Dispose();
        foreach (Level level in Levels) level.Dispose();
    }

    /// <summary>The frame at one size.</summary>
    public sealed class Level(Device device, int height, int width) : IDisposable
    {
        public int Height { get; } = height;

        public int Width { get; } = width;

        public Buffer<int> Brightness { get; } = device.Allocate<int>(height * width);

        public Buffer<int> Slopes { get; } = device.Allocate<int>(height * width);

        public void Dispose()
        {
            Brightness.Dispose();
            Slopes.Dispose();
        }
    }
}
