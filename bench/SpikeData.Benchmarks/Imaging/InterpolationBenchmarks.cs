using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Training;

namespace SpikeData.Benchmarks;

/// <summary>How well and how fast frames are made up: inner frames of a clip are made from their two neighbors and compared with the real ones.</summary>
static class InterpolationBenchmarks
{
    /// <summary>As many frames of a clip, evenly spread, are left out.</summary>
    const int MostFrames = 20;

    const int Width = 640;

    /// <param name="clips">Videos, or folders of pictures. Those wider than 640 are measured at that width too.</param>
    public static void LeaveOneOut(IEnumerable<string> clips)
    {
        Console.WriteLine("| clip | size | frames | mean of the two | dense flow | gain | least gain | ms a pair | ms a frame | new frames/s at x8 | small RIFE | ms a frame |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (string clip in clips)
        {
            using (IFrameReader reader = Open(clip)) LeaveOneOut(clip, reader, reader.Height, reader.Width);
            using (IFrameReader reader = Open(clip))
            {
                if (reader.Width > Width) LeaveOneOut(clip, reader, reader.Height * Width / reader.Width, Width);
            }
        }
    }

    static void LeaveOneOut(string clip, IFrameReader reader, int height, int width)
    {
        using var device = new CpuDevice(threads: 1);
        using var window = new FrameWindow(device, reader, height, width);
        using var made = new FramePool(device, height, width, 1);
        using IFrameInterpolator fade = new LinearInterpolator(device), flow = new DenseFlowInterpolator(device, height, width);
        using Frame target = made.Lease();
        IfNet network = IfNet.Of(device, SmallRife.Read());
        using var rife = new NetworkInterpolator(network, network, new(width, height), new MotionStatistics(), finish: () => { });
        List<double> faded = [], flowed = [], learned = [], pair = [], frame = [], learning = [];
        int step = Math.Max(1, ((reader.Count ?? 0) - 2) / MostFrames);
        while (flowed.Count < MostFrames && window.MoveNext(step))
        {
            fade.SetPair(window.Left, window.Right);
            fade.Between(1, 2, target);
            faded.Add(Psnr(target, window.Middle));
            pair.Add(Milliseconds(() => flow.SetPair(window.Left, window.Right)));
            frame.Add(Milliseconds(() => flow.Between(1, 2, target)));
            flowed.Add(Psnr(target, window.Middle));
            rife.SetPair(window.Left, window.Right);
            learning.Add(Milliseconds(() => rife.Between(1, 2, target)));
            learned.Add(Psnr(target, window.Middle));
        }

        double least = flowed.Zip(faded, (after, before) => after - before).Min();
        Console.WriteLine($"| {clip} | {width}x{height} | {flowed.Count} | {faded.Average():F2} | {flowed.Average():F2} | {flowed.Average() - faded.Average():F2} | {least:F2} "
            + $"| {pair.Min():F1} | {frame.Min():F1} | {7000 / (pair.Min() + 7 * frame.Min()):F1} | {learned.Average():F2} | {learning.Min():F0} |");
    }

    static IFrameReader Open(string path) => Directory.Exists(path)
        ? new PictureReader(FrameOrder.Of(Directory.EnumerateFiles(path)).Sure())
        : new VideoReader(path);

    static double Milliseconds(Action action)
    {
        TimeSpan start = Environment.CpuUsage.TotalTime;
        action();
        return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
    }

    /// <summary>10 log10(255^2 / mean squared difference) over all bytes of a frame.</summary>
    static double Psnr(Frame actual, Frame expected)
    {
        ReadOnlySpan<byte> left = actual.Pixels.Span, right = expected.Pixels.Span;
        double squares = 0;
        for (int i = 0; i < left.Length; i++) squares += (left[i] - right[i]) * (left[i] - right[i]);
        return 10 * Math.Log10(255.0 * 255 * left.Length / Math.Max(squares, 1));
    }
}
