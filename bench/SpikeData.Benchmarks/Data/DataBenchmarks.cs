using System.Diagnostics;
using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Benchmarks;

/// <summary>What building data costs: files, and the paper's recipe over a whole clip.</summary>
static class DataBenchmarks
{
    const int Height = 720, Width = 1280, Pixels = Height * Width;

    /// <summary>Pictures of 1280x720 on one thread, and 289 of them through the paper's recipe without interpolation, each time from nothing.</summary>
    public static void Recipe()
    {
        string root = Directory.CreateTempSubdirectory("spikedata-bench-").FullName;
        try
        {
            string[] files = Write(Path.Combine(root, "clip"));
            byte[] bgr = new byte[Pixels * 3];
            Console.WriteLine($"decode a picture: {Timing.Best(() => PictureFile.Read(files[100], bgr, Height, Width)) * 1e3:F1} ms");
            Console.WriteLine($"encode a picture: {Timing.Best(() => Png.Color(bgr, Height, Width)) * 1e3:F1} ms");
            for (int run = 0; run < 5; run++) Build(root);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    static void Build(string root)
    {
        using var device = new CpuDevice();
        TimeSpan before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        DatasetResult result = new DatasetBuilder(new(root, device)).BuildAsync(new PaperPipeline()).GetAwaiter().GetResult();
        if (result.Failures.Count > 0) throw new InvalidOperationException(result.Failures[0].ToString());
        double cpu = (Environment.CpuUsage.TotalTime - before).TotalSeconds, peak = Process.GetCurrentProcess().PeakWorkingSet64 / 1e6;
        Console.WriteLine($"289 pictures, paper's recipe: {watch.Elapsed.TotalSeconds:F2} s, {cpu:F2} s of processors, at most {peak:F0} MB");
        Directory.Delete(Path.Combine(root, "artifacts"), recursive: true);
    }

    /// <summary>289 pictures of moving waves with sensor noise, which compress about as badly as real ones.</summary>
    static string[] Write(string folder)
    {
        Directory.CreateDirectory(folder);
        string[] files = [.. Enumerable.Range(0, 289).Select(frame => Path.Combine(folder, $"{frame:000000}.png"))];
        Parallel.For(0, files.Length, frame =>
        {
            var random = new Random(frame);
            byte[] bgr = new byte[Pixels * 3];
            for (int at = 0; at < bgr.Length; at++)
            {
                int x = at / 3 % Width, y = at / 3 / Width;
                bgr[at] = (byte)(128 + (80 * Math.Sin((x + (3 * frame)) / 40.0) * Math.Cos(y / 60.0)) + random.Next(-2, 3));
            }

            File.WriteAllBytes(files[frame], Png.Color(bgr, Height, Width));
        });
        return files;
    }
}
