using SpikeData.Compute;
using SpikeData.Compute.Tests;

namespace SpikeData.Imaging.Tests;

static class LightKernels
{
    public static IEnumerable<KernelCase> Cases =>
    [
        Measure(4, 2, "quarter", ColorFilter.Gray),
        Measure(1, 3, "full size", ColorFilter.Gray),
        Measure(3, 3, "mosaic", ColorFilter.Grbg),
        Measure(2, 2, "linear mosaic", ColorFilter.Bggr, curved: true),
        Accumulate(0, 0, "first frame"),
        Accumulate(5, 0, "sixth frame"),
        Accumulate(2, 1, "linear"),
        Average(1, 0, "full size"),
        Average(2, 0, "half size"),
        Average(1, 1, "linear"),
        KernelCase.Exact(
            arrays => new AddPictureNoise(
                arrays.Of(Bytes(87)), arrays.Of(new PictureNoise(2, 1000).Deviations()), arrays.Of(new PictureNoise(Bits: 5).Levels()),
                arrays.Of(Normal.Table), 29, PhiloxKey.Derive(1), 2),
            3,
            29),
        KernelCase.Exact(
            arrays => new WeighRows(arrays.Of(Bytes(6 * 29)), arrays.Of(0, 2, 4), arrays.Of(Weights(2 * 3)), arrays.Blank<int>(3 * 29), 29, 3, 2), 3, 29),
        KernelCase.Exact(
            arrays => new WeighColumns(arrays.Of(Levels(2 * 60)), arrays.Of(Firsts(30)), arrays.Of(Weights(2 * 30)), arrays.Blank<byte>(2 * 30), 60, 30, 2), 2, 30),
    ];

    static KernelCase Measure(int scale, int rows, string note, ColorFilter filter, bool curved = false) => KernelCase.Exact(
        arrays => new MeasureLight(
            arrays.Of(Bytes(rows * scale * 29 * scale * 3)), arrays.Blank<int>(rows * 29), arrays.Of(ResponseCurve.Srgb.Linear), 29 * scale, scale, filter, curved),
        rows,
        29,
        note);

    static KernelCase Accumulate(int index, int curved, string note) => KernelCase.Exact(
        arrays => new AccumulateExposure(
            arrays.Of(Bytes(3 * 29)), arrays.Of(Sums(3 * 29)), arrays.Of(ResponseCurve.Srgb.Linear), 29, 3, index, 4, 4, curved),
        3,
        29,
        note);

    static KernelCase Average(int scale, int curved, string note) => KernelCase.Exact(
        arrays => new AverageExposure(
            arrays.Of(Sums(2 * scale * 30 * scale)), arrays.Blank<byte>(2 * 30), arrays.Of(ResponseCurve.Srgb.Codes.AsSpan(0, 256)), 30 * scale, 30, scale,
            96 * (scale == 1 ? 1 : 4), curved),
        2,
        30,
        note);

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
