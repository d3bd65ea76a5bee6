using System.Diagnostics;
using SpikeData.Compute;
using SpikeData.Training;

namespace SpikeData.Benchmarks;

/// <summary>How long a convolution, a step of training and a picture take.</summary>
static class TrainingBenchmarks
{
    public static void Convolution()
    {
        foreach (int threads in Threads)
        {
            using var device = new CpuDevice(threads);
            double peak = ComputeBenchmarks.Peak(device);
            foreach ((int channels, int side) in (ReadOnlySpan<(int, int)>)[(64, 64), (96, 128), (64, 48)]) Convolution(device, channels, side, peak);
        }
    }

    public static void Steps()
    {
        using var device = new CpuDevice();
        Console.WriteLine(device.Name);
        Ldn ldn = new(device, 1);
        Report("LDN train step, batch 4, 128x128, MSE", 520, device, ldn, tape =>
        {
            Tensor y = ldn.Apply(Noise(tape, new(4, 3, 128, 128)), Noise(tape, new(4, 21, 32, 32)));
            return Loss.MeanSquared(y, Noise(tape, new(4, 3, 128, 128)));
        });
        Edsr edsr = new(device, 1);
        Report("EDSR train step, batch 1, 48x48 to 192x192", 99, device, edsr, tape =>
            Loss.MeanSquared(edsr.Apply(Noise(tape, new(1, 1, 48, 48))), Noise(tape, new(1, 1, 192, 192))));
        Bsn bsn = new(device, 1);
        Report("BSN train step, batch 1, 128x128", 980, device, bsn, tape =>
            Loss.MeanSquared(bsn.Apply(Noise(tape, new(1, 1, 128, 128))), Noise(tape, new(1, 1, 128, 128))));
    }

    public static void Pictures()
    {
        using var device = new CpuDevice();
        using Tape tape = new(device) { Records = false };
        Ldn ldn = new(device, 1);
        float[] blur = new float[3 * 720 * 1280], spikes = new float[21 * 180 * 320];
        double seconds = Best(5, () =>
        {
            tape.Clear();
            _ = ldn.Apply(tape.Input(new(1, 3, 720, 1280), blur), tape.Input(new(1, 21, 180, 320), spikes));
        });
        Console.WriteLine($"LDN forward, 1280x720: {1000 * seconds:F0} ms");
    }

    static IEnumerable<int> Threads => new[] { 1, Environment.ProcessorCount }.Distinct();

    static void Convolution(CpuDevice device, int channels, int side, double peak)
    {
        using Tape tape = new(device);
        ParameterSet parameters = new(device, 1);
        Parameter weight = parameters.AddWeight("w", channels, channels, 3, 3), bias = parameters.AddBias("b", channels, 9 * channels);
        double operations = 2.0 * 9 * channels * channels * side * side;
        double input = Best(30, () => Image());
        double forward = Best(30, () => Convolve()) - input, both = Best(30, () => tape.Backward(Convolve().Mean())) - input;
        Console.WriteLine(
            $"{device.Name}: 3x3 convolution, {channels} channels, {side} x {side}: forward {1000 * forward:F2} ms, {operations / forward / 1e9:F0} GFLOP/s, "
            + $"{100 * operations / forward / peak:F0}% of {peak / 1e9:F0}; with gradients {1000 * both:F2} ms, {3 * operations / both / 1e9:F0} GFLOP/s");

        Tensor Convolve() => Image().Convolve(weight, bias, padding: Padding.All(1));

        Tensor Image()
        {
            tape.Clear();
            parameters.ForgetGradients();
            return Noise(tape, new(1, channels, 1, 1), needsGradient: true).ResizeNearest(side);
        }
    }

    static void Report(string name, double reference, CpuDevice device, Network network, Func<Tape, Tensor> loss)
    {
        using Tape tape = new(device);
        using Adam adam = new(network.Parameters);
        Step();
        Step();
        long before = GC.GetTotalAllocatedBytes(precise: true);
        Step();
        long allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        double seconds = Best(10, Step);
        Console.WriteLine(
            $"{name}: {1000 * seconds:F0} ms (PyTorch 1.13 on two AVX-512 cores: {reference} ms); {allocated} bytes allocated; "
            + $"{Environment.WorkingSet >> 20} MB in use");

        void Step()
        {
            tape.Clear();
            network.Parameters.ForgetGradients();
            tape.Backward(loss(tape));
            adam.Step(1e-4);
        }
    }

    static readonly Dictionary<Shape, float[]> Noises = [];

    static Tensor Noise(Tape tape, Shape shape, bool needsGradient = false)
    {
        if (!Noises.TryGetValue(shape, out float[]? noise))
        {
            var random = new Random(1);
            Noises[shape] = noise = [.. Enumerable.Range(0, shape.Length).Select(_ => random.NextSingle())];
        }

        return tape.Input(shape, noise, needsGradient);
    }

    static double Best(int runs, Action action)
    {
        action();
        return Enumerable.Range(0, runs).Min(_ =>
        {
            long start = Stopwatch.GetTimestamp();
            action();
            return Stopwatch.GetElapsedTime(start).TotalSeconds;
        });
    }
}
