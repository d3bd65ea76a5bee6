using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Training.Tests;

public sealed class AdamTests
{
    const string File = "nets/optim.npz";

    [Fact]
    public void SixSteps_AreTheReferences() => AssertSteps(weightDecay: 0, Golden.Read<float>(File, "adam_params"));

    [Fact]
    public void DecoupledDecay_ShrinksEachNumberBeforeItIsMoved()
    {
        // The moves of Adam do not depend on the numbers, so those of AdamW are the same from shrunk numbers.
        float[] moved = Golden.Read<float>(File, "adam_params"), before = Golden.Read<float>(File, "adam_p0"), expected = new float[moved.Length];
        for (int i = 0; i < moved.Length; i++)
        {
            int last = i - before.Length;
            float move = moved[i] - (last < 0 ? before[i] : moved[last]);
            expected[i] = (last < 0 ? before[i] : expected[last]) * (1 - 1e-3f * 20) + move;
        }

        AssertSteps(weightDecay: 20, expected);
    }

    static void AssertSteps(double weightDecay, float[] expected)
    {
        float[] gradients = Golden.Read<float>(File, "adam_grads"), start = Golden.Read<float>(File, "adam_p0");
        using CpuDevice device = new();
        using Tape tape = new(device);
        ParameterSet parameters = new(device, 1);
        Parameter parameter = parameters.AddBias("p", start.Length, 1);
        parameter.Write(start);
        using Adam adam = new(parameters, weightDecay: weightDecay);
        for (int step = 0; step < 6; step++)
        {
            parameters.ForgetGradients();
            tape.Clear();
            Tensor x = tape.Input(new(1, start.Length, 1, 1), Enumerable.Repeat(1f, start.Length).ToArray());
            tape.Backward(x.PRelu(parameter).Scale(0), new float[start.Length]);
            parameter.Tensor.GradientBuffer.Upload(gradients.AsSpan(step * start.Length, start.Length));
            adam.Step(1e-3);
            float[] moved = parameter.Read();
            for (int i = 0; i < moved.Length; i++) Assert.Equal(expected[step * start.Length + i], moved[i], 2e-7f * (1 + MathF.Abs(moved[i])));
        }
    }

    [Theory]
    [InlineData("cosine_T101_lr0.001", 1e-3, 101)]
    [InlineData("cosine_T151_lr0.001", 1e-3, 151)]
    [InlineData("cosine_T1001_lr0.0003", 3e-4, 1001)]
    public void CosineRate_IsTheReferences(string name, double rate, int steps)
    {
        double[] expected = Golden.Read<double>(File, name);
        CosineRate schedule = new(rate);
        for (int step = 0; step < expected.Length; step++) Assert.Equal(expected[step], schedule.At(step, EpochsOfOneStep(steps)), 1e-12 * rate);
    }

    [Fact]
    public void WarmUp_RisesFromZero_ThenFallsToTheLastRate()
    {
        WarmUpCosineRate rate = new(3e-4);
        RunLength length = EpochsOfOneStep(10_000);
        Assert.Equal(0, rate.At(0, length));
        Assert.Equal(1.5e-4, rate.At(1000, length), 1e-12);
        Assert.Equal(3e-4, rate.At(2000, length), 1e-12);
        Assert.Equal((3e-4 + 3e-6) / 2, rate.At(6000, length), 1e-12);
        Assert.Equal(3e-6, rate.At(10_000, length), 1e-12);
    }

    [Fact]
    public void SteppedRate_FallsAtItsMilestones()
    {
        SteppedRate rate = new(1e-4, [100, 150, 180]);
        Assert.Equal([1e-4, 1e-4, 2.5e-5, 6.25e-6, 1.5625e-6],
            new[] { 0, 99, 100, 150, 199 }.Select(epoch => rate.At(3 * epoch, new(200, 1, 1, 1, 3))));
    }

    static RunLength EpochsOfOneStep(int count) => new(count, 1, 1, 1, 1);
}
