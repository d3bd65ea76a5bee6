using SpikeData.Compute;
using SpikeData.Compute.Tests;

namespace SpikeData.Imaging.Tests;

static class SpikeKernels
{
    const int Rows = 3, Columns = 29, Pixels = Rows * Columns;
    static readonly PhiloxKey Key = PhiloxKey.Derive(1, "kernels");

    public static IEnumerable<KernelCase> Cases =>
    [
        Fire("physical", SpikeModel.Physical),
        Fire("backlog", SpikeModel.IntegrateAndFire(0.25)),
        Fire("coarse", SpikeModel.IntegrateAndFire(1000)),
        Fire("hard reset", new(0.5, 1) { Reset = VoltageReset.Hard }),
        Fire("modulo", new(3, 1) { Reset = VoltageReset.Modulo }),
        Fire("clocks", SpikeModel.Clocked with { Clocks = 20 }),
        KernelCase.Exact(
            arrays => new IntegrateAndFire(
                arrays.Of(Shine()), arrays.Of(Voltages(Flawed)), arrays.Blank<byte>(Pixels), Columns, Flawed, arrays.Of(Thresholds), arrays.Of(Spikes(6))),
            Rows,
            Columns,
            "flawed"),
        KernelCase.Exact(
            arrays => new DrawPattern(arrays.Blank<int>(Pixels), arrays.Of(Normal.Table), Columns, Light.Full, Light.Full / 20, Key, 5), Rows, Columns),
        KernelCase.Exact(
            arrays => new DrawThresholds(arrays.Of(Thresholds), arrays.Blank<int>(Pixels), arrays.Of(Normal.Table), Columns, 1 << 20, 3, Key, 2), Rows, Columns),
        KernelCase.Exact(
            arrays => new DiffuseLight(
                arrays.Of(Shine()), arrays.Of(Thresholds), arrays.Blank<int>(Pixels), arrays.Of(Normal.Table), Columns, 1 << 18, 3, Key, 2),
            Rows,
            Columns),
        KernelCase.Exact(
            arrays => new AddShotNoise(
                arrays.Of(Shine()), arrays.Blank<int>(Pixels), arrays.Of(AddShotNoise.Deviations(50_000)), arrays.Of(Normal.Table), Columns, 3, Key, 2),
            Rows,
            Columns),
        KernelCase.Exact(
            arrays => new ApplyPatterns(arrays.Of(Shine()), arrays.Blank<int>(Pixels), arrays.Of(Thresholds), arrays.Of(Shine()), Columns), Rows, Columns),
        KernelCase.Exact(arrays => new DrawVoltage(arrays.Blank<int>(Pixels), Columns, Light.Full, Key, 2), Rows, Columns),
        KernelCase.Exact(arrays => new AddSpikes(arrays.Of(Spikes(1)), arrays.Of(Spikes(2)), Columns), Rows, Columns),
        KernelCase.Exact(arrays => new AddNoise(arrays.Of(LightKernels.Bytes(Pixels)), arrays.Of(Spikes(2)), Columns, 5), Rows, Columns),
        KernelCase.Exact(arrays => new DrawNoisePhase(arrays.Blank<int>(Pixels), arrays.Of(NoiseGaps.First(Gaps)), Columns, Key, 2), Rows, Columns),
        KernelCase.Exact(
            arrays => new DrawQuasiPeriodicNoise(arrays.Of(Next()), arrays.Blank<byte>(Pixels), arrays.Of(Gaps), Columns, 64, Key, 2), Rows, Columns),
        KernelCase.Exact(arrays => new DrawPoissonNoise(arrays.Blank<byte>(Pixels), Columns, -1_900_000_000, 8, Key, 2), Rows, Columns),
        Pack(RowOrder.BottomUp),
        Pack(RowOrder.TopDown),
    ];

    static SpikeModel Flawed { get; } = SpikeModel.Measured;

    static int[] Thresholds { get; } = [.. LightKernels.Bytes(Pixels).Select(level => (level + 100) << 20)];

    static int[] Gaps { get; } = NoiseGaps.Normal(140, 50);

    static KernelCase Fire(string note, SpikeModel model) => KernelCase.Exact(
        arrays => new IntegrateAndFire(arrays.Of(Shine()), arrays.Of(Voltages(model)), arrays.Blank<byte>(Pixels), Columns, model), Rows, Columns, note);

    static KernelCase Pack(RowOrder rows)
    {
        SpikeLayout layout = new(13, 19, rows);
        return KernelCase.Exact(
            arrays => new PackSpikes(arrays.Of(Spikes(3, layout.Pixels)), arrays.Blank<byte>(layout.FrameBytes), layout), 1, layout.FrameBytes, rows.ToString());
    }

    static int[] Shine()
    {
        Random random = new(4);
        return [.. Enumerable.Range(0, Pixels).Select(pixel => pixel % 7 == 0 ? Light.Full : random.Next(Light.Full + 1))];
    }

    static int[] Voltages(SpikeModel model)
    {
        Random random = new(5);
        return [.. Enumerable.Range(0, Pixels).Select(_ => random.Next(model.Fixed(model.Threshold)))];
    }

    static int[] Next() => [.. Enumerable.Range(0, Pixels).Select(pixel => 56 + (pixel % 24))];

    static byte[] Spikes(int seed, int count = Pixels)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (byte)random.Next(2))];
    }
}
