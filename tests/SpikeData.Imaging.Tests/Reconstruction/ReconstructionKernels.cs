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
    ];

    static byte[] Spikes { get; } = [.. LightKernels.Bytes(Ticks * Pixels).Select(level => (byte)(level < 90 ? 1 : 0))];

    static int[] Intervals { get; } = [.. LightKernels.Bytes(Ticks * Pixels).Select(level => level % Ticks)];

    static KernelCase Unpack(RowOrder rows)
    {
        SpikeLayout layout = new(Rows, Columns, rows);
        return KernelCase.Exact(
            arrays => new UnpackSpikes(arrays.Of(LightKernels.Bytes(2 * layout.FrameBytes)), arrays.Blank<byte>(2 * Pixels), layout), 2 * Rows, Columns, rows.ToString());
    }
}
