using SpikeData.Compute.Tests;
using static SpikeData.Training.Tests.TrainingKernelTests;

namespace SpikeData.Training.Tests;

static class ConvolutionCases
{
    const int Channels = 3, Outputs = 37;
    static readonly Shape Small = new(2, Channels, 4, 7), Large = new(2, Channels, 6, 9), Result = new(2, Outputs, 4, 7);

    public static IEnumerable<KernelCase> All =>
    [
        KernelCase.Approximate(
            arrays => new PadPixels(Some(arrays, Small.Length), 4, 7, Some(arrays, Small.Length, 2), 0.1f, arrays.Blank<float>(Large.Length), Large, Padding.All(1)),
            Large.Pixels,
            Channels),
        Convolve(ConvolutionStart.Zero, Halves),
        Convolve(ConvolutionStart.Bias, Halves),
        Convolve(ConvolutionStart.Output, Halves),
        Convolve(ConvolutionStart.Output, Middle),
        Correlate(Halves),
        Correlate(Middle),
        KernelCase.Approximate(
            arrays => new SumPixels(Some(arrays, Result.Length), PixelGrid.Of(Result), Result, arrays.Blank<float>(3 * Outputs), 3), 3, Outputs),
        KernelCase.Approximate(arrays => new SumParts(Some(arrays, 5 * 29), 5, 29, new(arrays.Blank<float>(29))), 1, 29),
        KernelCase.Approximate(
            arrays => new TransposeWeights(Some(arrays, 2 * 29 * 25), new(2, 29, 5, 5), new(0, 2, 3), new(1, 2, 2), arrays.Blank<float>(2 * 29 * 6)),
            2 * 6,
            29),
        KernelCase.Approximate(
            arrays => new FoldColumns(Some(arrays, Small.Length), Small with { Width = 4 }, 2, 1, new(arrays.Blank<float>(Small.Length * 4 / 7))),
            Small.Pixels * 4 / 7,
            Channels),
        .. WinogradCases,
    ];

    static IEnumerable<KernelCase> WinogradCases =>
    [
        KernelCase.Approximate(
            arrays => new TransformTiles(Some(arrays, Wide.Length), 6, 7, new(2, 0, 1, 1, Border.Repeat), Tiles, Outputs, Some(arrays, 36 * Winograd.Pitch(5 * Outputs), 5)), 5, Outputs),
        KernelCase.Approximate(
            arrays => new AssembleTiles(
                Some(arrays, 36 * Winograd.Pitch(5 * Outputs)), Tiles, Some(arrays, Outputs, 2), Some(arrays, Wide.Length, 3), new(6, 7, Outputs, ConvolutionStart.Output, 0.1f)),
            5,
            Outputs),
        KernelCase.Approximate(arrays => new SpreadTiles(Some(arrays, Wide.Length), 6, 7, Tiles, Outputs, Some(arrays, 36 * Winograd.Pitch(5 * Outputs), 5)), 5, Outputs),
        KernelCase.Approximate(arrays => new TransformWeights(Some(arrays, 9 * 2 * Outputs), 2, Outputs, Some(arrays, 36 * Winograd.Pitch(2 * Outputs), 5)), 2, Outputs),
        KernelCase.Approximate(arrays => new FoldWeights(Some(arrays, 36 * 2 * Outputs), 2, Outputs, new(Some(arrays, 9 * 2 * Outputs, 2), 1)), 2, Outputs),
    ];

    static Shape Wide => new(2, Outputs, 6, 7);

    static TileGrid Tiles => new(2, 2, 2, 5);

    static Window Window => new(3, PixelGrid.Of(Large).Row, 3 * Channels);

    static ChannelPairs Halves => new(0, Outputs - Outputs / 2, Outputs / 2);

    static ChannelPairs Middle => new(Outputs / 2, Outputs / 2, 1);

    static KernelCase Correlate(ChannelPairs pairs) => KernelCase.Approximate(
        arrays => new CorrelateWindows(
            Some(arrays, Large.Length), PixelGrid.Of(Large), Window, Some(arrays, Result.Length), PixelGrid.Of(Result), 0, Result,
            Some(arrays, 3 * 9 * Channels * Outputs, 5), 3, ConvolutionStart.Zero, pairs),
        3 * 3,
        pairs.Count,
        note: $"{pairs.Count} pairs");

    static KernelCase Convolve(ConvolutionStart start, ChannelPairs pairs) => KernelCase.Approximate(
        arrays => new Convolve(
            Some(arrays, Large.Length), PixelGrid.Of(Large), Window, Some(arrays, 9 * Channels * Outputs, 2), Some(arrays, Outputs, 3),
            Some(arrays, Result.Length, 4), PixelGrid.Of(Result), new(4, 7, Outputs, start, 0.1f), pairs),
        Training.Convolve.Rows(2, 4, 7),
        pairs.Count,
        note: $"{pairs.Count} pairs, begins with {start}");
}
