using SpikeData.Compute;
using SpikeData.Imaging;
using static SpikeData.Training.Tests.GoldenNetwork;

namespace SpikeData.Training.Tests;

public sealed class EdsrTests : IDisposable
{
    readonly CpuDevice device = new();
    readonly Edsr network;

    public EdsrTests()
    {
        network = new(device, seed: 1);
        NpzWeights.Read(Golden.Path("nets/edsr_weights.npz")).CopyTo(network.Parameters);
    }

    [Theory]
    [InlineData(0, 4.76216211326672e-08)]
    [InlineData(1, 7.530540203432441e-08)]
    public void Output_IsTheReferences(int pair, double singlePrecision)
    {
        using Tape tape = new(device) { Records = false };
        Tensor y = network.Apply(Input(tape, "nets/edsr_io.npz", $"x{pair}"));
        AssertNear(Golden.Read<float>("nets/edsr_io.npz", $"y{pair}"), Values(tape, y), 10 * singlePrecision);
    }

    [Fact]
    public void ThreeStepsOfAdam_AreTheReferences() => AssertTrains(
        network,
        "edsr",
        2e-4,
        10 * 5.349420071341702e-07,
        10 * 7.644856754599493e-05,
        tape => Loss.MeanSquared(
            network.Apply(Input(tape, "nets/edsr_grad.npz", "x")).Clamp(0, 1), Input(tape, "nets/edsr_grad.npz", "target")));

    [Fact]
    public void Baseline_HasOneAndAHalfMillionNumbers() => Assert.Equal(1_515_265, network.Parameters.TrainedNumbers);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void ImagesBecomeSoManyTimesAsLarge_AndTheWeightsTellHowMany(int scale)
    {
        var again = Edsr.Of(device, Weights.Of(new Edsr(device, seed: 1, width: 2, blocks: 1, scale).Parameters));
        using Tape tape = new(device) { Records = false };
        Assert.Equal(new Shape(1, 1, 3 * scale, 5 * scale), again.Apply(tape.Input(new(1, 1, 3, 5), new float[15])).Shape);
    }

    public void Dispose() => device.Dispose();
}
