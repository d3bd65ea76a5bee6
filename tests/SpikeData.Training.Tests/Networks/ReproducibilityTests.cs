using SpikeData.Compute;

namespace SpikeData.Training.Tests;

public sealed class ReproducibilityTests
{
    [Fact]
    public void TrainedWeights_AreTheSameBits_AtAnyNumberOfThreadsAndLanes()
    {
        float[] expected = Train(threads: 1, lanes: 1);
        Assert.Equal(expected, Train(threads: 2, lanes: 4));
        Assert.Equal(expected, Train(threads: 3, lanes: 8));
        Assert.Equal(expected, Train(threads: 2, lanes: 16));
    }

    static float[] Train(int threads, int lanes)
    {
        using CpuDevice device = new(threads, lanes);
        using Tape tape = new(device);
        Bsn network = new(device, seed: 3, width: 6);
        using Adam adam = new(network.Parameters);
        for (int step = 0; step < 2; step++)
        {
            tape.Clear();
            network.Parameters.ForgetGradients();
            Tensor noisy = tape.Input(new(2, 1, 12, 12), Numbers.Random(288, step));
            tape.Backward(Loss.MeanSquared(network.Apply(noisy).Clamp(0, 1), noisy));
            adam.Step(1e-3);
        }

        return [.. network.Parameters.SelectMany(parameter => parameter.Read())];
    }
}
