using SpikeData.Compute;

namespace SpikeData.Benchmarks;

/// <summary>What the CPU device reaches: arithmetic, memory, and the price of a launch.</summary>
static class ComputeBenchmarks
{
    public static void Arithmetic()
    {
        foreach (int threads in Threads)
        {
            using var device = new CpuDevice(threads);
            double peak = Peak(device), convolution = Convolution(device);
            Console.WriteLine($"{device.Name}: 3x3 convolution, 48 to 48 channels, 64 x 64: {convolution / 1e9:F0} GFLOP/s, "
                + $"{100 * convolution / peak:F0}% of the {peak / 1e9:F0} that registers alone allow");
        }
    }

    public static void Memory()
    {
        const int Rows = 8192, Columns = 4096;
        foreach (int threads in Threads)
        {
            using var device = new CpuDevice(threads);
            using Buffer<int> source = device.Allocate<int>(Rows * Columns), target = device.Allocate<int>(Rows * Columns);
            source.Span.Fill(3);
            double kernel = Timing.Best(() => device.Run(new CopyWords(source.View, target.View, Columns), Rows, Columns));
            double span = Timing.Best(() => source.Span.CopyTo(target.Span));
            const double Bytes = 2.0 * sizeof(int) * Rows * Columns;
            Console.WriteLine($"{device.Name}: copy of 128 MB by a kernel {Bytes / kernel / 1e9:F1} GB/s, by Span.CopyTo on one thread {Bytes / span / 1e9:F1}");
        }
    }

    public static void Launches()
    {
        const int Columns = 64, MostRows = 16384;
        foreach (int threads in Threads)
        {
            using var device = new CpuDevice(threads);
            using Buffer<int> source = device.Allocate<int>(MostRows * Columns), target = device.Allocate<int>(MostRows * Columns);
            foreach (int rows in (int[])[1, 16, 64, 256, 1024, 4096, MostRows])
            {
                double seconds = Timing.Best(() => device.Run(new CopyWords(source.View, target.View, Columns), rows, Columns));
                Console.WriteLine($"{device.Name}: copy of {rows} x {Columns} words: {seconds * 1e6:F2} microseconds");
            }
        }
    }

    static IEnumerable<int> Threads => new[] { 1, Environment.ProcessorCount }.Distinct();

    public static double Peak(CpuDevice device)
    {
        const int Rows = 64, Columns = 64, Steps = 1000;
        using Buffer<float> result = device.Allocate<float>(Columns);
        double seconds = Timing.Best(() => device.RunFloat(new MultiplyAddInRegisters(result.View, Steps), Rows, Columns));
        return (double)MultiplyAddInRegisters.Operations * Rows * Columns * Steps / seconds;
    }

    static double Convolution(CpuDevice device)
    {
        const int Channels = 48, Height = 64, Width = 64;
        using Buffer<float> input = device.Allocate<float>(Channels * (Height + 2) * (Width + 2));
        using Buffer<float> weights = device.Allocate<float>(Channels * Channels * 9), output = device.Allocate<float>(Channels * Height * Width);
        input.Span.Fill(0.5f);
        weights.Span.Fill(0.25f);
        var kernel = new Convolve3x3(input.View, weights.View, output.View, Channels, Height, Width);
        return 2.0 * 9 * Channels * Channels * Height * Width / Timing.Best(() => device.RunFloat(kernel, Channels / 6 * Height / 2, Width));
    }
}
