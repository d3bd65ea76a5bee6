using SpikeData.Compute.Tests;
using static SpikeData.Training.Tests.TrainingKernelTests;

namespace SpikeData.Training.Tests;

/// <summary>Kernels that throw pixels along flows and normalize what arrives.</summary>
static class FlowCases
{
    const int Channels = 28, Width = 29;

    static readonly Shape Shape = new(2, Channels, 4, 6), One = Shape with { Channels = 1 };

    public static IEnumerable<KernelCase> All =>
    [
        KernelCase.Approximate(
            arrays => new Splat(Some(arrays, Shape.Length), arrays.Of(Moves), arrays.Of(Importances), Shape, new(Some(arrays, Shape.Length, 2), 1)), 2, Channels),
        KernelCase.Approximate(
            arrays => new SplatImageGradient(arrays.Of(Moves), arrays.Of(Importances), Some(arrays, Shape.Length), Shape, new(arrays.Blank<float>(Shape.Length))),
            Shape.Pixels,
            Channels),
        KernelCase.Approximate(
            arrays => new SplatFlowGradient(
                Some(arrays, Shape.Length), arrays.Of(Moves), arrays.Of(Importances), Some(arrays, Shape.Length, 2), Shape, new(arrays.Blank<float>(2 * Shape.Pixels))),
            Shape.Pixels,
            1),
        KernelCase.Approximate(
            arrays => new SplatImportanceGradient(
                Some(arrays, Shape.Length), arrays.Of(Moves), Some(arrays, Shape.Length, 2), Shape, new(arrays.Blank<float>(One.Length))),
            Shape.Pixels,
            1),
        KernelCase.Approximate(arrays => new Visibility(arrays.Of(Moves), Shape, arrays.Blank<float>(One.Length)), Shape.Pixels, 1),
        KernelCase.Approximate(
            arrays => new DividePixels(Some(arrays, Shape.Length), arrays.Of(Importances), Channels, new(arrays.Blank<float>(Shape.Length))), Shape.Pixels, Channels),
        KernelCase.Approximate(
            arrays => new DividePixelsGradient(Some(arrays, 3 * Width), arrays.Of<float>(Importances.AsSpan(0, Width)), Some(arrays, 3 * Width, 2), 3, new(arrays.Blank<float>(Width))), 1, Width),
        KernelCase.Approximate(arrays => new ChannelNorm(Some(arrays, 4 * Width), 4, 4, arrays.Blank<float>(Width)), 1, Width),
        KernelCase.Approximate(
            arrays => new ChannelRmsGradient(
                Some(arrays, Shape.Length), arrays.Of(Importances), Some(arrays, Shape.Pixels, 3), Channels, new(arrays.Blank<float>(Shape.Length))),
            Shape.Pixels,
            Channels),
        KernelCase.Approximate(arrays => new GreaterThan(Some(arrays, Width), Some(arrays, Width, 2), 0.1f, arrays.Blank<float>(Width)), 1, Width),
    ];

    static float[] Moves => [.. Numbers.Random(2 * Shape.Pixels, 9).Select(number => 4 * number)];

    /// <summary>From 0.5 to 1.5, and here and there 0.</summary>
    static float[] Importances => [.. Numbers.Random(Shape.Pixels, 10).Select((number, i) => i % 7 == 3 ? 0 : 1 + number / 2)];
}
