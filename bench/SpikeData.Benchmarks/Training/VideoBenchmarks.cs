using System.Diagnostics;
using SpikeData.Compute;
using SpikeData.Training;

namespace SpikeData.Benchmarks;

/// <summary>How long networks take to make frames between two frames.</summary>
static class VideoBenchmarks
{
    const int Runs = 5;

    public static void Frames()
    {
        using var device = new CpuDevice();
        Console.WriteLine(device.Name);
        Measure("XVFI-Net, width 64, 3 coarser levels", device, new XvfiNet(device, 1), 512, 512);
        Measure("IFNet", device, new IfNet(device, 1, takesInstant: false), 360, 640);
        Measure("IFNet_m", device, new IfNet(device, 1), 360, 640);
        Measure("IFNet_m, the small one that comes along", device, IfNet.Of(device, SmallRife.Read()), 360, 640);
    }

    /// <summary>The first frame of a pair, then a second one, which shares what was found for the first.</summary>
    static void Measure(string name, CpuDevice device, IVideoNetwork network, int height, int width)
    {
        using Tape tape = new(device) { Records = false };
        byte[] picture = new byte[height * width * 3];
        new Random(1).NextBytes(picture);
        List<(double First, double Second, double Work)> times = [];
        for (int run = 0; run <= Runs; run++)
        {
            tape.Clear();
            Tensor first = tape.Input(network, picture, height, width), second = tape.Input(network, picture, height, width);
            using IEnumerator<VideoFrame> made = network.Interpolate(first, second, [0.5f, 0.5f]).GetEnumerator();
            TimeSpan before = Environment.CpuUsage.TotalTime;
            double one = Seconds(() => made.MoveNext());
            times.Add((one, Seconds(() => made.MoveNext()), (Environment.CpuUsage.TotalTime - before).TotalSeconds));
        }

        Console.WriteLine($"{name}, {width}x{height}: first frame of a pair {times.Min(time => time.First):F2} s, each further one {times.Min(time => time.Second):F2} s; "
            + $"both take {times.Min(time => time.Work):F2} s of processors");
    }

    static double Seconds(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
