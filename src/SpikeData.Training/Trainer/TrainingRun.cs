namespace SpikeData.Training;

/// <summary>A network on its way from drawn numbers to trained ones, one step of the optimizer after the other.</summary>
/// <param name="name">The network's name, and that of its files.</param>
/// <param name="network">What learns.</param>
/// <param name="length">How long it is.</param>
/// <param name="adam">What moves the network's numbers.</param>
/// <param name="rate">The learning rate over time.</param>
/// <param name="loss">The loss of what a batch shows.</param>
/// <param name="measure">The mean peak signal-to-noise ratio on what is held out, in decibels; null where no truth is known to measure with.</param>
/// <param name="held">What goes away with it.</param>
public sealed class TrainingRun(
    string name,
    Network network,
    RunLength length,
    Adam adam,
    ILearningRate rate,
    TrainingRun.Objective loss,
    Func<Tape, double?> measure,
    params IReadOnlyList<IDisposable> held) : IDisposable
{
    readonly Tape tape = new(network.Device);

    /// <summary>The loss of a batch of an epoch, at one of its timesteps.</summary>
    public delegate Tensor Objective(Tape tape, int epoch, int batch, int timestep);

    public string Name => name;

    public Network Network => network;

    public RunLength Length => length;

    public Adam Adam => adam;

    /// <summary>Makes one step.</summary>
    /// <returns>The loss before it.</returns>
    public float Step(int step)
    {
        tape.Clear();
        network.Parameters.ForgetGradients();
        (int epoch, int batch, int timestep) = length.At(step);
        Tensor now = loss(tape, epoch, batch, timestep);
        float value = tape.Scalar(now);
        tape.Backward(now);
        adam.Step(RateAt(step));
        return value;
    }

    /// <summary>The learning rate of a step.</summary>
    public double RateAt(int step) => rate.At(step, length);

    /// <summary>How well the network does on what is held out, in decibels; null where no truth is known to measure with.</summary>
    public double? Measure() => measure(tape);

    public void Dispose()
    {
        foreach (IDisposable one in held) one.Dispose();
        adam.Dispose();
        tape.Dispose();
    }
}
