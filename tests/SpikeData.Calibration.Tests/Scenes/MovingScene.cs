using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Calibration.Tests;

/// <summary>A textured wall that slides to and fro at changing speed under a light that stays, as a spike camera and a picture camera at one place see it.</summary>
sealed class MovingScene : IDisposable
{
    public const int Height = 40, Width = 96;
    const int TextureWidth = 4096;

    readonly string file = Path.Combine(Path.GetTempPath(), $"spikedata-{Guid.NewGuid():N}.dat");
    readonly float[] texture = new float[Height * TextureWidth];
    readonly double[] place;

    /// <param name="ticks">How long the spike camera records.</param>
    /// <param name="seed">Of the texture and of the speed.</param>
    /// <param name="speed">About how many pixels a tick.</param>
    public MovingScene(int ticks, int seed, double speed)
    {
        Random random = new(seed);
        for (int row = 0; row < Height; row++)
            for (int column = 0; column < TextureWidth;)
            {
                float level = 0.1f + 0.8f * random.NextSingle();
                for (int end = Math.Min(TextureWidth, column + random.Next(2, 12)); column < end; column++) texture[row * TextureWidth + column] = level;
            }

        // Before and after the recording too: pictures may begin earlier and end later.
        place = new double[ticks + 2 * Around];
        double at = TextureWidth / 2.0, now = speed, wanted = speed;
        for (int tick = 0; tick < place.Length; tick++)
        {
            if (random.NextDouble() < 0.01) wanted = speed * (2 * random.NextDouble() - 1) * 1.5;
            now += (wanted - now) * 0.02;
            if (at is < 200 or > TextureWidth - 200) now = wanted = Math.Sign(TextureWidth / 2.0 - at) * speed;
            place[tick] = at += now;
        }

        Record(ticks, seed);
        Recording = SpikeRecording.Open(file, new() { Width = Width, Height = Height });
    }

    /// <summary>How many ticks before and after the recording the scene can be seen.</summary>
    public const int Around = 4000;

    public SpikeRecording Recording { get; }

    /// <summary>What a picture camera with this clock sees, through its tone curve and rounded to 8 bits.</summary>
    public IReadOnlyList<GrayPicture> Pictures(PictureClock clock, int count, double gamma = 1) => [.. Enumerable.Range(0, count).AsParallel().AsOrdered().Select(picture =>
    {
        double from = clock.Middle(picture) - clock.ExposureTicks / 2, to = from + clock.ExposureTicks;
        float[] sum = new float[Height * Width];
        for (int tick = (int)Math.Floor(from); tick < to; tick++)
        {
            float part = (float)((Math.Min(to, tick + 1) - Math.Max(from, tick)) / clock.ExposureTicks);
            float[] light = Light(tick);
            for (int pixel = 0; pixel < sum.Length; pixel++) sum[pixel] += part * light[pixel];
        }

        return new GrayPicture($"{picture:000}", Height, Width, Array.ConvertAll(sum, light => (byte)Math.Round(255 * Math.Pow(light, gamma))));
    })];

    public void Dispose()
    {
        Recording.Dispose();
        File.Delete(file);
    }

    float[] Light(int tick)
    {
        float[] light = new float[Height * Width];
        double shift = place[Math.Clamp(tick + Around, 0, place.Length - 1)];
        int whole = (int)Math.Floor(shift);
        float part = (float)(shift - whole);
        for (int row = 0; row < Height; row++)
            for (int column = 0; column < Width; column++)
            {
                int at = row * TextureWidth + Math.Clamp(whole + column, 0, TextureWidth - 2);
                light[row * Width + column] = texture[at] * (1 - part) + texture[at + 1] * part;
            }

        return light;
    }

    void Record(int ticks, int seed)
    {
        using Device device = Device.Open("cpu");
        using SpikeSimulation simulation = new(device, Height, Width, SpikeModel.Physical, new QuasiPeriodicNoise(), PhiloxKey.Derive(seed));
        using Buffer<int> shine = device.Allocate<int>(Height * Width);
        using Buffer<byte> packed = device.Allocate<byte>(simulation.Layout.FrameBytes);
        using FileStream spikes = File.Create(file);
        simulation.Reset(0);
        for (int tick = 0; tick < ticks; tick++)
        {
            shine.Upload(Array.ConvertAll(Light(tick), gray => Imaging.Light.Of(gray)));
            simulation.Tick(shine);
            simulation.Pack(packed);
            SpikeDat.Write(spikes, packed.Span, simulation.Layout);
        }
    }
}
