using SpikeData.Compute;
using SpikeData.Imaging;
using static SpikeData.Training.Tests.GoldenNetwork;

namespace SpikeData.Training.Tests;

public sealed class BsnTests : IDisposable
{
    readonly CpuDevice device = new();
    readonly Bsn network;

    public BsnTests()
    {
        network = new(device, seed: 1);
        NpzWeights.Read(Golden.Path("nets/bsn_weights.npz")).CopyTo(network.Parameters);
    }

    [Theory]
    [InlineData(0, 3.735725224268041e-07)]
    [InlineData(1, 3.356524607011091e-07)]
    [InlineData(2, 4.2952232424549176e-07)]
    public void Output_IsTheReferences(int pair, double singlePrecision)
    {
        using Tape tape = new(device) { Records = false };
        Tensor y = network.Apply(Input(tape, "nets/bsn_io.npz", $"x{pair}"));
        AssertNear(Golden.Read<float>("nets/bsn_io.npz", $"y{pair}"), Values(tape, y), 10 * singlePrecision);
    }

    [Fact]
    public void ThreeStepsOfAdam_AreTheReferences() => AssertTrains(
        network,
        "bsn",
        3e-4,
        10 * 7.420352769345466e-07,
        10 * 0.0014239897514609406,
        tape =>
        {
            Tensor noisy = Input(tape, "nets/bsn_grad.npz", "tfp");
            return Loss.MeanSquared(network.Apply(noisy).Clamp(0, 1), noisy);
        });

    [Theory]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(18)]
    public void Pixel_NeverSeesItself(int side)
    {
        (float itself, float[] neighbors) = ChangesAround(new Bsn(device, seed: 1, width: 4), side);
        Assert.Equal(0, itself);
        Assert.All(neighbors, change => Assert.True(change > 1e-5f));
    }

    [Fact]
    public void WinogradsProducts_LetNothingButRoundingThrough()
    {
        (float itself, float[] neighbors) = ChangesAround(network, 18);
        Assert.InRange(itself, 0, 4e-6f);
        Assert.All(neighbors, change => Assert.True(change > 1e-4f));
    }

    [Fact]
    public void Network_HasElevenHundredThousandNumbers() => Assert.Equal(1_118_832, network.Parameters.TrainedNumbers);

    public void Dispose() => device.Dispose();

    /// <summary>By how much a pixel and its four neighbors change when that pixel of the input does.</summary>
    (float Itself, float[] Neighbors) ChangesAround(Bsn bsn, int side)
    {
        using Tape tape = new(device) { Records = false };
        int center = side * (side / 2) + side / 3;
        float[] image = Numbers.Random(side * side), changed = (float[])image.Clone();
        changed[center] += 1;
        float[] before = Values(tape, bsn.Apply(tape.Input(new(1, 1, side, side), image)));
        float[] after = Values(tape, bsn.Apply(tape.Input(new(1, 1, side, side), changed)));
        return (Change(center), [.. ((int[])[center - 1, center + 1, center - side, center + side]).Select(Change)]);

        float Change(int pixel) => MathF.Abs(after[pixel] / before[pixel] - 1);
    }
}
