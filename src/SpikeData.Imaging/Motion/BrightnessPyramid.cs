using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>A frame for motion search: its packed pixels, and its brightness and slopes at half its size, a quarter, and so on.</summary>
sealed class BrightnessPyramid : IDisposable
{
    /// <summary>A level is halved as long as its shorter side has this many pixels.</summary>
    const int SmallestHalved = 24;

    readonly Device device;

    public BrightnessPyramid(Device device, int height, int width)
    {
        this.device = device;
        Pixels = device.Allocate<int>(new Apron(height, width).Length);
        List<Level> levels = [new(device, (height + 1) / 2, (width + 1) / 2)];
        while (Math.Min(levels[^1].Height, levels[^1].Width) >= SmallestHalved)
            levels.Add(new(device, (levels[^1].Height + 1) / 2, (levels[^1].Width + 1) / 2));
        Levels = levels;
    }

    public Buffer<int> Pixels { get; }

    /// <summary>From half the size down. A motion at full size would gain less than 0.1 dB.</summary>
    public IReadOnlyList<Level> Levels { get; }

    public void Build(Frame frame)
    {
        (int height, int width) = (frame.Height, frame.Width);
        Apron apron = new(height, width);
        device.Run(new PackWithApron(frame.Pixels.View, Pixels.View, height, width), apron.Rows, apron.Stride);
        device.Run(new MeasureBrightness(Pixels.View, Levels[0].Pairs.View, height, width), Levels[0].Apron.Rows, Levels[0].Apron.Stride);
        for (int i = 1; i < Levels.Count; i++)
        {
            (Level fine, Level coarse) = (Levels[i - 1], Levels[i]);
            device.Run(new HalveBrightness(fine.Pairs.View, coarse.Pairs.View, fine.Height, fine.Width), coarse.Apron.Rows, coarse.Apron.Stride);
        }

        foreach (Level level in Levels)
            device.Run(new PackSlopes(level.Pairs.View, level.Slopes.View, level.Height, level.Width), level.Patches.Runs, level.Patches.RunLength);
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

        /// <summary>Packed neighbors, with their apron.</summary>
        public Buffer<int> Pairs { get; } = device.Allocate<int>(new Apron(height, width).Length);

        /// <summary>Packed slopes, laid out for patches.</summary>
        public Buffer<int> Slopes { get; } = device.Allocate<int>(new PatchGrid(height, width).Runs * new PatchGrid(height, width).RunLength);

        public Apron Apron => new(Height, Width);

        public PatchGrid Patches => new(Height, Width);

        public void Dispose()
        {
            Pairs.Dispose();
            Slopes.Dispose();
        }
    }
}
