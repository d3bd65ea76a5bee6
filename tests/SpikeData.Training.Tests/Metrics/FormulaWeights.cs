using SpikeData.Imaging;

namespace SpikeData.Training.Tests;

/// <summary>Backbones whose weights follow from a formula: those that the reference values of LPIPS were computed with.</summary>
static class FormulaWeights
{
    public static Weights Vgg => Of(
        (0, 3, 64, 3), (2, 64, 64, 3), (5, 64, 128, 3), (7, 128, 128, 3), (10, 128, 256, 3), (12, 256, 256, 3), (14, 256, 256, 3),
        (17, 256, 512, 3), (19, 512, 512, 3), (21, 512, 512, 3), (24, 512, 512, 3), (26, 512, 512, 3), (28, 512, 512, 3));

    public static Weights Alex => Of((0, 3, 64, 11), (3, 64, 192, 5), (6, 192, 384, 3), (8, 384, 256, 3), (10, 256, 256, 3));

    static Weights Of(params (int Place, int Inputs, int Outputs, int Kernel)[] layers)
    {
        Weights weights = [];
        foreach ((int i, (int place, int inputs, int outputs, int kernel)) in layers.Index())
        {
            int fanIn = inputs * kernel * kernel;
            weights.Add($"features.{place}.weight", NdArray.Of<float>(Draw(outputs * fanIn, 12345 + 1000 * i, Math.Sqrt(6.0 / fanIn)), outputs, inputs, kernel, kernel));
            weights.Add($"features.{place}.bias", NdArray.Of<float>(Draw(outputs, 12345 + 1000 * i + 500, 0.05), outputs));
        }

        return weights;
    }

    /// <summary>The linear congruential generator of Numerical Recipes, its upper 24 bits spread over +-bound.</summary>
    static float[] Draw(int count, int start, double bound)
    {
        uint state = (uint)start;
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++)
        {
            state = unchecked(1664525 * state + 1013904223);
            numbers[i] = (float)((2 * ((state >> 8) / (double)(1 << 24)) - 1) * bound);
        }

        return numbers;
    }
}
