using SpikeData.Compute;

namespace SpikeData.Training.Tests;

public sealed class TapeTests
{
    [Fact]
    public void EqualSteps_AllocateNothingAfterTheFirst()
    {
        using CpuDevice device = new(threads: 1);
        using Tape tape = new(device);
        Parameter weight = new(device, "w", [4, 3, 3, 3]), bias = new(device, "b", [4]);
        float[] numbers = Numbers.Random(2 * 3 * 8 * 8), target = Numbers.Random(2 * 2 * 8 * 8);
        Step();
        Step();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10; i++) Step();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Step()
        {
            tape.Clear();
            weight.Tensor.ForgetGradient();
            bias.Tensor.ForgetGradient();
            Tensor y = tape.Input(new(2, 3, 8, 8), numbers).Convolve(weight, bias, padding: Padding.All(1), slope: 0);
            y = y.MaxPool().ResizeNearest(2).Concat(y.Crop(0, 0, 8, 8).Sigmoid().Clamp(0.1f, 0.9f)).PixelShuffle(2).ResizeBilinear(0.5f);
            tape.Backward(Loss.MeanSquared(y.Scale(2, 1), tape.Input(new(2, 2, 8, 8), target)));
        }
    }

    [Fact]
    public void Result_OfAClearedTape_IsGone()
    {
        using CpuDevice device = new();
        using Tape tape = new(device);
        Tensor y = tape.Input(Shape.Scalar, [1]).Scale(2);
        tape.Clear();
        Assert.Throws<ObjectDisposedException>(() => tape.Scalar(y));
    }

    [Fact]
    public void TensorUsedTwice_CollectsBothShares()
    {
        using CpuDevice device = new();
        using Tape tape = new(device);
        Tensor x = tape.Input(Shape.Scalar, [3], needsGradient: true);
        tape.Backward(x.Square().Add(x.Scale(5)));
        float[] gradient = new float[1];
        tape.ReadGradient(x, gradient);
        Assert.Equal([11], gradient);
    }

    [Fact]
    public void Loss_ThatNothingMoves_IsRefused()
    {
        using CpuDevice device = new();
        using Tape tape = new(device);
        Assert.Throws<ArgumentException>(() => tape.Backward(tape.Input(Shape.Scalar, [1])));
    }

    [Fact]
    public void Loss_OfManyNumbers_IsRefused()
    {
        using CpuDevice device = new();
        using Tape tape = new(device);
        Assert.Throws<ArgumentException>(() => tape.Backward(tape.Input(new(1, 1, 1, 2), [1, 2], needsGradient: true)));
    }

    [Fact]
    public void Parameter_KeepsPyTorchsOrder()
    {
        using CpuDevice device = new();
        Parameter weight = new(device, "w", [2, 3, 4, 5]);
        float[] numbers = Numbers.Random(120);
        weight.Write(numbers);
        Assert.Equal(numbers, weight.Read());
        Assert.Equal("w [2, 3, 4, 5]", weight.ToString());
    }
}
