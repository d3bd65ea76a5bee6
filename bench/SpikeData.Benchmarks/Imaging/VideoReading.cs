using System.Diagnostics;
using OpenCvSharp;
using SpikeData.Imaging;

namespace SpikeData.Benchmarks;

/// <summary>How long a whole video takes to be read, by this library and by OpenCV: the least of five runs, on the clock and of the processors.</summary>
static class VideoReading
{
    const int Runs = 5;

    public static void Run(string path)
    {
        Measure("VideoReader, to BGR", () =>
        {
            using VideoReader reader = new(path);
            byte[] bgr = new byte[reader.Height * reader.Width * 3];
            while (reader.TryRead(bgr)) { }
        });
        Measure("of that, counts and times", () => _ = VideoFacts.Of(path));
        Measure("of that, counts, times and decoding", () =>
        {
            using VideoReader reader = new(path);
            reader.Skip(int.MaxValue);
        });
        Measure("VideoCapture, to BGR", () =>
        {
            using VideoCapture capture = new(path, VideoCaptureAPIs.FFMPEG);
            using Mat frame = new();
            while (capture.Read(frame)) { }
        });
    }

    static void Measure(string what, Action read)
    {
        double wall = double.MaxValue, processors = double.MaxValue;
        for (int run = 0; run < Runs; run++)
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            Stopwatch watch = Stopwatch.StartNew();
            read();
            (wall, processors) = (Math.Min(wall, watch.Elapsed.TotalSeconds), Math.Min(processors, (Environment.CpuUsage.TotalTime - before).TotalSeconds));
        }

        Console.WriteLine($"| {what} | {wall:0.00} s | {processors:0.00} s |");
    }
}
