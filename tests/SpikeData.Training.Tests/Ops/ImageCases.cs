using SpikeData.Compute.Tests;
using static SpikeData.Training.Tests.TrainingKernelTests;

namespace SpikeData.Training.Tests;

/// <summary>Kernels that move, pool and resample pixels.</summary>
static class ImageCases
{
    const int Channels = 28, Width = 29;
    static readonly Shape Shape = new(2, Channels, 4, 6), Halved = new(2, Channels, 2, 3), Pooled = new(2, Channels, 2, 3), Doubled = new(2, Channels, 8, 12), Flow = new(2, 2, 4, 6);
    static readonly BorderMap Rows = new(Border.Mirror, 4, 2, 7), Columns = new(Border.Repeat, 6, 1, 9);

    public static IEnumerable<KernelCase> All =>
    [
        KernelCase.Approximate(
            arrays => new CopyPixels(Some(arrays, Shape.Length), PixelGrid.Of(Shape).FlippedRows(4), 4, 6, new(Some(arrays, Shape.Length, 2), 1), PixelGrid.Of(Shape)),
            CopyPixels.RowsOf(2, 4, 6),
            Channels),
        KernelCase.Approximate(arrays => new ContinueBorders(Some(arrays, Shape.Length), Rows, Columns, Channels, arrays.Blank<float>(2 * 7 * 9 * Channels)), 2 * 7 * 9, Channels),
        KernelCase.Approximate(
            arrays => new ContinueBordersGradient(Some(arrays, 2 * 7 * 9 * Channels), Rows, Columns, Channels, new(arrays.Blank<float>(Shape.Length))), Shape.Pixels, Channels),
        KernelCase.Approximate(arrays => new MaxPool(Some(arrays, Shape.Length), Shape, arrays.Blank<float>(Halved.Length)), Halved.Pixels, Channels),
        KernelCase.Approximate(
            arrays => new MaxPoolGradient(Some(arrays, Shape.Length), Shape, Some(arrays, Halved.Length), new(arrays.Blank<float>(Shape.Length))), Shape.Pixels, Channels),
        KernelCase.Approximate(
            arrays => new MaxPoolOverlapping(Some(arrays, Shape.Length), Shape, Pooled, arrays.Blank<float>(Pooled.Length), arrays.Blank<float>(Pooled.Length)), Pooled.Pixels, Channels),
        KernelCase.Approximate(
            arrays => new MaxPoolOverlappingGradient(arrays.Of(Places(Pooled.Length, 9)), Some(arrays, Pooled.Length), Shape, Pooled, new(arrays.Blank<float>(Shape.Length))),
            Shape.Pixels,
            Channels),
        KernelCase.Approximate(arrays => new GlobalAveragePool(Some(arrays, Shape.Length), Shape, arrays.Blank<float>(2 * Channels)), 2, Channels),
        KernelCase.Approximate(arrays => new GlobalAveragePoolGradient(Some(arrays, 2 * Channels), Shape, new(arrays.Blank<float>(Shape.Length))), Shape.Pixels, Channels),
        KernelCase.Approximate(
            arrays => new GlobalMaxPool(Some(arrays, Shape.Length), Shape, arrays.Blank<float>(2 * Channels), arrays.Blank<float>(2 * Channels)), 2, Channels),
        KernelCase.Approximate(
            arrays => new GlobalMaxPoolGradient(arrays.Of(Places(2 * Channels, 24)), Some(arrays, 2 * Channels), Shape, new(arrays.Blank<float>(Shape.Length))), Shape.Pixels, Channels),
        KernelCase.Approximate(arrays => new ChannelMean(Some(arrays, 3 * Width), 3, arrays.Blank<float>(Width)), 1, Width),
        KernelCase.Approximate(arrays => new ChannelMeanGradient(Some(arrays, Shape.Pixels), Channels, new(arrays.Blank<float>(Shape.Length))), Shape.Pixels, Channels),
        KernelCase.Approximate(arrays => new ChannelMax(Some(arrays, 3 * Width), 3, arrays.Blank<float>(Width), arrays.Blank<float>(Width)), 1, Width),
        KernelCase.Approximate(
            arrays => new ChannelMaxGradient(arrays.Of(Places(Shape.Pixels, Channels)), Some(arrays, Shape.Pixels), Channels, new(arrays.Blank<float>(Shape.Length))),
            Shape.Pixels,
            Channels),
        KernelCase.Approximate(arrays => new ResizeNearest(Some(arrays, Shape.Length), 2, 12, Channels, arrays.Blank<float>(Doubled.Length)), Doubled.Pixels, Channels),
        KernelCase.Approximate(arrays => new ResizeNearestGradient(Some(arrays, Doubled.Length), 2, 6, Channels, new(arrays.Blank<float>(Shape.Length))), Shape.Pixels, Channels),
        KernelCase.Approximate(
            arrays => new PixelShuffle(Some(arrays, Shape.Length), 2, Doubled with { Channels = 7 }, arrays.Blank<float>(Shape.Length)), Doubled.Pixels, 7),
        KernelCase.Approximate(arrays => new PixelShuffleGradient(Some(arrays, Shape.Length), 2, Shape, new(arrays.Blank<float>(Shape.Length))), Shape.Pixels, Channels),
        KernelCase.Approximate(arrays => new ResizeBilinear(Some(arrays, Shape.Length), Shape, Doubled, 0.5f, arrays.Blank<float>(Doubled.Length)), Doubled.Pixels, Channels),
        KernelCase.Approximate(
            arrays => new ResizeBilinearGradient(Some(arrays, Doubled.Length), Shape, Doubled, 0.5f, new(arrays.Blank<float>(Shape.Length))), Shape.Pixels, Channels),
        KernelCase.Approximate(arrays => new ResizeBicubic(Some(arrays, Shape.Length), Shape, Halved, 2, arrays.Blank<float>(Halved.Length)), Halved.Pixels, Channels),
        KernelCase.Approximate(
            arrays => new ResizeBicubicGradient(Some(arrays, Halved.Length), Shape, Halved, 2, new(arrays.Blank<float>(Shape.Length))), Shape.Pixels, Channels),
        KernelCase.Approximate(
            arrays => new Warp(Some(arrays, 3 * Shape.Pixels), arrays.Of(Moves), Shape with { Channels = 3 }, Border.Zeros, 3, arrays.Blank<float>(3 * Shape.Pixels)),
            Shape.Pixels,
            1,
            note: "three channels together"),
        .. Warps(Border.Zeros),
        .. Warps(Border.Repeat),
    ];

    static IEnumerable<KernelCase> Warps(Border border) =>
    [
        KernelCase.Approximate(
            arrays => new Warp(Some(arrays, Shape.Length), arrays.Of(Moves), Shape, border, 1, arrays.Blank<float>(Shape.Length)), Shape.Pixels, Channels, note: $"{border}"),
        KernelCase.Approximate(
            arrays => new WarpImageGradient(arrays.Of(Moves), Some(arrays, Shape.Length), Shape, border, new(Some(arrays, Shape.Length, 2), 1)), 2, Channels, note: $"{border}"),
        KernelCase.Approximate(
            arrays => new WarpFlowGradient(Some(arrays, Shape.Length), arrays.Of(Moves), Some(arrays, Shape.Length, 2), Shape, border, new(arrays.Blank<float>(Flow.Length))),
            Shape.Pixels,
            1,
            note: $"{border}"),
    ];

    static float[] Moves => [.. Numbers.Random(Flow.Length, 9).Select(number => 4 * number)];

    static float[] Places(int count, int choices) => [.. Enumerable.Range(0, count).Select(i => (float)(i * 7 % choices))];
}
