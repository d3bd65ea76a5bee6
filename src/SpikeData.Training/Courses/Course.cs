namespace SpikeData.Training;

/// <summary>A network on its way from drawn numbers to trained ones, one step of the optimizer after the other.</summary>
/// <param name="name">The network's name, and that of its files.</param>
/// <param name="network">What learns.</param>
/// <param name="size">How long it is.</param>
/// <param name="adam">What moves the network's numbers.</param>
abstract class Course(string name, Network network, CourseSize size, Adam adam) : IDisposable
{
    public string Name => name;

    public Network Network => network;

    public CourseSize Size => size;

    public Adam Adam => adam;

    protected Tape Tape { get; } = new(network.Device);

    /// <summary>Makes one step.</summary>
    /// <returns>The loss before it.</returns>
    public float Step(int step)
    {
        Tape.Clear();
        Network.Parameters.ForgetGradients();
        (int epoch, int batch, int instant) = Size.At(step);
        Tensor loss = Loss(epoch, batch, instant);
        float value = Tape.Scalar(loss);
        Tape.Backward(loss);
        Adam.Step(RateAt(step));
        return value;
    }

    /// <summary>The learning rate of a step.</summary>
    public abstract double RateAt(int step);

    /// <summary>The mean peak signal-to-noise ratio on what is held out, in decibels; null where no truth is known to measure with.</summary>
    public abstract double? Measure();

    public virtual void Dispose()
    {
        Adam.Dispose();
        Tape.Dispose();
    }

    /// <summary>The loss of what a batch shows at one of its instants.</summary>
    protected abstract Tensor Loss(int epoch, int batch, int instant);

    /// <summary>The peak signal-to-noise ratio of a result of the tape against what it should be, limited to 0 .. 1.</summary>
    protected double Psnr(Tensor actual, Tensor expected) => -10 * Math.Log10(Tape.Scalar(Training.Loss.MeanSquared(actual.Clamp(0, 1), expected)));
}
