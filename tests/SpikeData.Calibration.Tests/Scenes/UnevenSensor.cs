using SpikeData.Imaging;

namespace SpikeData.Calibration.Tests;

/// <summary>A small spike camera whose pixels differ as is known: dark current, answer to light, one hot and two dead pixels.</summary>
sealed class UnevenSensor : IDisposable
{
    public const int Height = 24, Width = 32;
    public static readonly (int X, int Y) Hot = (5, 7), FirstDead = (20, 3), SecondDead = (31, 23);

    readonly string folder = Directory.CreateTempSubdirectory("spikedata-").FullName;
    readonly List<SpikeRecording> opened = [];

    public UnevenSensor(int seed)
    {
        Random random = new(seed);
        Dark = [.. Enumerable.Range(0, Height * Width).Select(_ => 0.004 + 0.004 * random.NextDouble())];
        Answer = [.. Enumerable.Range(0, Height * Width).Select(_ => 0.9 + 0.2 * random.NextDouble())];
    }

    /// <summary>Spikes per tick without light.</summary>
    public double[] Dark { get; }

    /// <summary>What a pixel makes of light, about 1.</summary>
    public double[] Answer { get; }

    /// <summary>Records light that stays.</summary>
    public SpikeRecording Record(string name, Func<int, int, double> light, int ticks = 4000)
    {
        string file = Path.Combine(folder, name + ".dat");
        double[] voltage = [.. Enumerable.Range(0, Height * Width).Select(pixel => pixel * 0.618 % 1)];
        byte[] frame = new byte[Height * Width];
        SpikeLayout layout = new(Height, Width);
        using (FileStream stream = File.Create(file))
            for (int tick = 0; tick < ticks; tick++)
            {
                for (int pixel = 0; pixel < frame.Length; pixel++)
                {
                    (int y, int x) = Math.DivRem(pixel, Width);
                    bool isDead = (x, y) == FirstDead || (x, y) == SecondDead;
                    voltage[pixel] += isDead ? 0 : (x, y) == Hot ? 0.9 : Dark[pixel] + Answer[pixel] * light(x, y);
                    frame[pixel] = (byte)(voltage[pixel] >= 1 ? 1 : 0);
                    voltage[pixel] -= frame[pixel];
                }

                SpikeDat.Write(stream, SpikeStream.Of(frame, layout).Bytes, layout);
            }

        SpikeRecording recording = SpikeRecording.Open(file, new() { Width = Width, Height = Height });
        opened.Add(recording);
        return recording;
    }

    /// <summary>A scene of soft shapes, another one for each number.</summary>
    public static Func<int, int, double> Scene(int number) => (x, y) =>
        0.3 + 0.12 * Math.Sin(x * (0.2 + 0.05 * number) + number) + 0.1 * Math.Cos(y * (0.3 - 0.04 * number) + 2 * number);

    public void Dispose()
    {
        foreach (SpikeRecording recording in opened) recording.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
