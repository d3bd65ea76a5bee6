using SpikeData.Compute.Tests;
using static SpikeData.Training.Tests.TrainingKernelTests;

namespace SpikeData.Training.Tests;

static class ElementCases
{
    const int Count = 29;
    static readonly Shape Shape = new(2, Count, 2, 3);

    static float[] Divisors => [.. Numbers.Random(Count, 7).Select(number => 2 + number)];

    static float[] Lengths => [0, .. Numbers.Random(Shape.Pixels - 1, 7).Select(number => 2 + number)];

    public static IEnumerable<KernelCase> All =>
    [
        KernelCase.Approximate(arrays => new Fill(new(arrays.Blank<float>(Count)), 3), 1, Count),
        KernelCase.Approximate(arrays => new Relu(Some(arrays, Count), arrays.Blank<float>(Count), 0.1f), 1, Count),
        KernelCase.Approximate(arrays => new ReluGradient(Some(arrays, Count), Some(arrays, Count), new(Some(arrays, Count), 1), 0.1f), 1, Count),
        KernelCase.Approximate(arrays => new Add(Some(arrays, Count), Some(arrays, Count, 2), -2, arrays.Blank<float>(Count)), 1, Count),
        KernelCase.Approximate(arrays => new Scale(Some(arrays, Count), 3, 1, new(Some(arrays, Count, 2), 1)), 1, Count),
        KernelCase.Approximate(arrays => new Multiply(Some(arrays, Count), Some(arrays, Count, 2), new(Some(arrays, Count, 3), 1)), 1, Count),
        KernelCase.Approximate(arrays => new Divide(Some(arrays, Count), arrays.Of(Divisors), new(Some(arrays, Count, 3), 1)), 1, Count),
        KernelCase.Approximate(
            arrays => new DivideGradient(Some(arrays, Count), arrays.Of(Divisors), Some(arrays, Count, 2), new(arrays.Blank<float>(Count))), 1, Count),
        KernelCase.Approximate(arrays => new DeblurBySpikes(Some(arrays, 3 * Count), Some(arrays, Count), Some(arrays, Count, 2), 3, arrays.Blank<float>(3 * Count)), Count, 3),
        KernelCase.Approximate(
            arrays => new NormalizeChannels(Some(arrays, Shape.Length), arrays.Of(Lengths), Count, 1e-10f, arrays.Blank<float>(Shape.Length)), Shape.Pixels, Count),
        KernelCase.Approximate(
            arrays => new NormalizeChannelsGradient(
                Some(arrays, Shape.Length), arrays.Of(Lengths), Some(arrays, Shape.Pixels), Some(arrays, Shape.Length, 2), Count, 1e-10f, new(arrays.Blank<float>(Shape.Length))),
            Shape.Pixels,
            Count),
        KernelCase.Approximate(arrays => new Sigmoid(Some(arrays, Count), arrays.Blank<float>(Count)), 1, Count),
        KernelCase.Approximate(arrays => new SigmoidGradient(Some(arrays, Count), Some(arrays, Count, 2), new(arrays.Blank<float>(Count))), 1, Count),
        KernelCase.Approximate(arrays => new Exp(Some(arrays, Count), arrays.Blank<float>(Count)), 1, Count),
        KernelCase.Approximate(arrays => new ExpGradient(Some(arrays, Count), Some(arrays, Count, 2), new(arrays.Blank<float>(Count))), 1, Count),
        KernelCase.Approximate(arrays => new Clamp(Some(arrays, Count), -0.5f, 0.25f, arrays.Blank<float>(Count)), 1, Count),
        KernelCase.Approximate(arrays => new ClampGradient(Some(arrays, Count), -0.5f, 0.25f, Some(arrays, Count, 2), new(arrays.Blank<float>(Count))), 1, Count),
        KernelCase.Approximate(arrays => new Abs(Some(arrays, Count), 0, arrays.Blank<float>(Count)), 1, Count, note: "sharp"),
        KernelCase.Approximate(arrays => new Abs(Some(arrays, Count), 0.1f, arrays.Blank<float>(Count)), 1, Count, note: "rounded off"),
        KernelCase.Approximate(
            arrays => new AbsGradient(Some(arrays, Count), arrays.Of(Numbers.Random(Count).Select(MathF.Abs).ToArray()), Some(arrays, Count, 2), new(arrays.Blank<float>(Count))),
            1,
            Count),
        KernelCase.Approximate(arrays => new MeanOfSums(Some(arrays, Count), Count, 7, arrays.Blank<float>(1)), 1, 1),
        KernelCase.Approximate(arrays => new MeanGradient(Some(arrays, 1), 0.5f, new(arrays.Blank<float>(Count))), 1, Count),
        KernelCase.Approximate(
            arrays => new SumSlots(Some(arrays, SumSlots.PerPart + 77), SumSlots.PerPart + 77, arrays.Blank<float>(2 * SumSlots.Slots)), 2, SumSlots.Slots),
        KernelCase.Approximate(
            arrays => new MultiplyChannels(Some(arrays, Shape.Length), Some(arrays, 2 * Count), Shape, new(arrays.Blank<float>(Shape.Length))), Shape.Pixels, Count),
        KernelCase.Approximate(arrays => new SumProducts(Some(arrays, Shape.Length), Some(arrays, Shape.Length, 2), Shape, new(arrays.Blank<float>(2 * Count))), 2, Count),
        KernelCase.Approximate(
            arrays => new MultiplyPixels(Some(arrays, Shape.Length), Some(arrays, Shape.Pixels), Count, new(arrays.Blank<float>(Shape.Length))), Shape.Pixels, Count),
        KernelCase.Approximate(arrays => new ChannelDot(Some(arrays, 3 * Count), Some(arrays, 3 * Count, 2), 3, new(arrays.Blank<float>(Count))), 1, Count),
        KernelCase.Approximate(
            arrays => new PRelu(Some(arrays, Shape.Length), Some(arrays, Count), Count, arrays.Blank<float>(Shape.Length)), Shape.Pixels, Count),
        KernelCase.Approximate(
            arrays => new PReluGradient(
                Some(arrays, Shape.Length), Some(arrays, Count), Some(arrays, Shape.Length, 2), Count, new(arrays.Blank<float>(Shape.Length))),
            Shape.Pixels,
            Count),
        KernelCase.Approximate(
            arrays => new AdamUpdate(
                Some(arrays, Count), Some(arrays, Count, 2), Some(arrays, Count, 3), arrays.Of(Numbers.Random(Count).Select(MathF.Abs).ToArray()),
                new(0.9f, 0.1f, 0.99f, 0.01f, 1e-8f, 1e-3f, 0.5f, 0.999f)),
            1,
            Count),
        KernelCase.Approximate(arrays => new PReluSlopeGradient(Some(arrays, Shape.Length), Some(arrays, Shape.Length, 2), Shape, new(arrays.Blank<float>(Count))), 1, Count),
    ];
}
