using SpikeData.Compute.Tests;

namespace SpikeData.Imaging.Tests;

static class ReconstructionKernels
{
    const int Ticks = 12, Rows = 3, Columns = 29, Pixels = Rows * Columns;

    public static IEnumerable<KernelCase> Cases =>
    [
        Unpack(RowOrder.BottomUp),
        Unpack(RowOrder.TopDown),
        KernelCase.Exact(arrays => new CountSpikes(arrays.Of(Spikes), arrays.Blank<int>(Pixels), Columns, Pixels, 2, 7), Rows, Columns),
        KernelCase.Exact(arrays => new MeasureInterval(arrays.Of(Spikes), arrays.Blank<int>(Pixels), Columns, Pixels, 6, 4, 5, 10), Rows, Columns),
        KernelCase.Exact(arrays => new MeasureFiringTimes(arrays.Of(Spikes), arrays.Blank<int>(Spikes.Length), Columns, Pixels, Ticks), Rows, Columns),
        KernelCase.Exact(
            arrays => new AddNeighborIntervals(arrays.Of(Spikes), arrays.Of(Intervals), arrays.Blank<int>(Spikes.Length), Columns, Pixels, Ticks, -1, -1),
            Rows,
            Columns),
        KernelCase.Approximate(
            arrays => new FollowPlasticity(
                arrays.Of(Shares(0.4f)), arrays.Of(new float[Pixels]), arrays.Of(Shares(1)), arrays.Of(Shares(0.5f)), arrays.Blank<float>(Pixels),
                arrays.Of(1f, 0.5f, 0.25f, 1f, 0.9f, 0.8f), Columns, 2, 1, 0.1f, 0.11f, 0.1f),
            Rows,
            Columns),
    ];

    static float[] Shares(float scale) => [.. LightKernels.Bytes(Pixels).Select(level => level < 100 ? 0 : scale * level / 256f)];

    static byte[] Spikes { get; } = [.. LightKernels.Bytes(Ticks * Pixels).Select(level => (byte)(level < 90 ? 1 : 0))];

    static int[] Intervals { get; } = [.. LightKernels.Bytes(Ticks * Pixels).Select(level => level % Ticks)];

    static KernelCase Unpack(RowOrder rows)
    {
        SpikeLayout layout = new(Rows, Columns, rows);
        return KernelCase.Exact(
            arrays => new UnpackSpikes(arrays.Of(LightKernels.Bytes(2 * layout.FrameBytes)), arrays.Blank<byte>(2 * Pixels), layout), 2 * Rows, Columns, rows.ToString());
    }
}
