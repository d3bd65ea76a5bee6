using SpikeData.Compute;

namespace SpikeData.Benchmarks;

/// <summary>Kernels of the data path, in the bytes that they have to move, over one frame again and again and over frames that no cache holds.</summary>
static class KernelBenchmarks
{
    const int Pixels = WorkingSet.Pixels, Many = 8;

    public static void Kernels()
    {
        foreach (int threads in new[] { 1, Environment.ProcessorCount }.Distinct())
        foreach (int frames in new[] { 1, Many })
        {
            using var device = new CpuDevice(threads);
            WorkingSet[] sets = [.. Enumerable.Range(0, frames).Select(_ => new WorkingSet(device))];
            Say("copy, for comparison", 8L * Pixels * 3, set => device.Run(new CopyWords(set.From.View, set.To.View, WorkingSet.Width * 3), WorkingSet.Height, WorkingSet.Width * 3));
            Say("a frame added to an exposure", 9L * Pixels * 3, AddTo);
            Say("the mean of an exposure", 5L * Pixels * 3, set => set.Exposure.Average(set.Picture));
            // Of every four rows two are looked at, in every cache line; and a number is written for every 16 pixels.
            Say("light of spike pixels from a frame, x1/4", (3L * Pixels / 2) + (4L * Pixels / 16), set => set.Meter.Measure(set.Frame));
            Say("integrate and fire, one tick", 13L * Pixels, set => set.Sensor.Tick(set.Light));
            foreach (WorkingSet set in sets) set.Dispose();

            void Say(string what, long bytes, Action<WorkingSet> action)
            {
                int turn = 0;
                double seconds = Timing.Best(() => action(sets[turn++ % sets.Length]));
                Console.WriteLine($"{device.Name}, {frames} frames: {what}: {seconds * 1e3:F2} ms, {bytes / seconds / 1e9:F1} GB/s");
            }
        }
    }

    static void AddTo(WorkingSet set)
    {
        if (set.Exposure.Frames == 97) set.Exposure.Open();
        set.Exposure.Add(set.Frame);
    }
}
