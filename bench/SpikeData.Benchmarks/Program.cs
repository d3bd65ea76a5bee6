using SpikeData.Benchmarks;

Dictionary<string, Action> benchmarks = new()
{
    ["arithmetic"] = ComputeBenchmarks.Arithmetic,
    ["memory"] = ComputeBenchmarks.Memory,
    ["launches"] = ComputeBenchmarks.Launches,
    ["kernels"] = KernelBenchmarks.Kernels,
    ["recipe"] = DataBenchmarks.Recipe,
    ["convolution"] = TrainingBenchmarks.Convolution,
    ["steps"] = TrainingBenchmarks.Steps,
    ["pictures"] = TrainingBenchmarks.Pictures,
    ["frames"] = VideoBenchmarks.Frames,
};

if (args is ["interpolation", .. string[] clips])
{
    InterpolationBenchmarks.LeaveOneOut(clips);
    return;
}

if (args is ["video", string video])
{
    VideoReading.Run(video);
    return;
}

if (args is ["no-op", string repository])
{
    BuildBenchmarks.NoOp(repository);
    return;
}

foreach (string name in args.Length > 0 ? args : [.. benchmarks.Keys])
{
    if (benchmarks.TryGetValue(name, out Action? run)) run();
    else Console.WriteLine($"There is no benchmark '{name}'. There are: {string.Join(", ", benchmarks.Keys)}.");
}
