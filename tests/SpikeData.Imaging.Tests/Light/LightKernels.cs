using SpikeData.Compute.Tests;

namespace SpikeData.Imaging.Tests;

static class LightKernels
{
    public static IEnumerable<KernelCase> Cases =>
    [
        KernelCase.Exact(arrays => new MeasureLight(arrays.Of(Bytes(8 * 119 * 3)), arrays.Blank<int>(2 * 29), 119, 4), 2, 29),
        KernelCase.Exact(arrays => new MeasureLight(arrays.Of(Bytes(3 * 29 * 3)), arrays.Blank<int>(3 * 29), 29, 1), 3, 29, "full size"),
        KernelCase.Exact(arrays => new AccumulateExposure(arrays.Of(Bytes(3 * 29)), arrays.Of(Sums(3 * 29)), 29, -1), 3, 29),
        KernelCase.Exact(arrays => new AccumulateExposure(arrays.Of(Bytes(3 * 29)), arrays.Of(Sums(3 * 29)), 29, 0), 3, 29, "first frame"),
        KernelCase.Exact(arrays => new AverageExposure(arrays.Of(Sums(3 * 29)), arrays.Blank<byte>(3 * 29), 29, 29, 1, 96), 3, 29),
        KernelCase.Exact(arrays => new AverageExposure(arrays.Of(Sums(4 * 60)), arrays.Blank<byte>(2 * 30), 60, 30, 2, 4 * 96), 2, 30, "half size"),
        KernelCase.Exact(
            arrays => new WeighRows(arrays.Of(Bytes(6 * 29)), arrays.Of(0, 2, 4), arrays.Of(Weights(2 * 3)), arrays.Blank<int>(3 * 29), 29, 3, 2), 3, 29),
        KernelCase.Exact(
            arrays => new WeighColumns(arrays.Of(Levels(2 * 60)), arrays.Of(Firsts(30)), arrays.Of(Weights(2 * 30)), arrays.Blank<byte>(2 * 30), 60, 30, 2), 2, 30),
    ];

    public static byte[] Bytes(int count)
    {
        byte[] bytes = new byte[count];
        new Random(count).NextBytes(bytes);
        return bytes;
    }

    static int[] Weights(int count) => [.. Enumerable.Range(0, count).Select(index => index % 2 == 0 ? 12345 : 32768 - 12345)];

    static int[] Levels(int count) => [.. Bytes(count).Select(level => level * 256)];

    static int[] Firsts(int columns) => [.. Enumerable.Range(0, columns).Select(column => (column / 3 * 6) + (column % 3))];

    /// <summary>What 96 frames add up to, ties of the mean among it.</summary>
    static int[] Sums(int count)
    {
        Random random = new(count);
        return [.. Enumerable.Range(0, count).Select(index => index % 3 == 0 ? (random.Next(255) * 96) + 48 : random.Next(255 * 96 + 1))];
    }
}
