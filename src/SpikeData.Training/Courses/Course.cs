namespace SpikeData.Training;

/// <summary>A network on its way from drawn numbers to trained ones, one step of the optimizer after the other.</summary>
abstract class Course : IDisposable
{
    readonly CourseContext context;
    readonly Draws draws;
    readonly SceneView[] views;

    protected Course(string name, Network network, CourseSize size, CourseContext context)
    {
        (Name, Network, Size, this.context) = (name, network, size, context);
        Tape = new(network.Device);
        Adam = new(network.Parameters);
        draws = new(context.Seed, name);
        views = new SceneView[size.Batch];
    }

    public string Name { get; }

    public Network Network { get; }

    public Adam Adam { get; }

    public CourseSize Size { get; }

    protected Tape Tape { get; }

    /// <summary>Makes one step.</summary>
    /// <returns>The loss before it.</returns>
    public float Step(int step)
    {
        Tape.Clear();
        Network.Parameters.ForgetGradients();
        (int epoch, int batch, int instant) = Size.At(step);
        Tensor loss = Loss(Draw(epoch, batch), instant);
        float value = Tape.Scalar(loss);
        Tape.Backward(loss);
        Adam.Step(RateAt(step));
        return value;
    }

    /// <summary>The learning rate of a step.</summary>
    public abstract double RateAt(int step);

    /// <summary>The peak signal-to-noise ratio on an exposure that is held out, in decibels.</summary>
    public abstract double Measure(Scene scene);

    public virtual void Dispose()
    {
        Adam.Dispose();
        Tape.Dispose();
    }

    /// <param name="views">What the step looks at, each at the middle of its exposure.</param>
    /// <param name="instant">Which of the instants of the course it is.</param>
    protected abstract Tensor Loss(ReadOnlySpan<SceneView> views, int instant);

    /// <summary>The same parts at another instant.</summary>
    protected ReadOnlySpan<SceneView> At(int instant, int count)
    {
        for (int i = 0; i < views.Length; i++) views[i] = views[i] with { Tick = views[i].Scene.TickOf(instant, count) };
        return views;
    }

    /// <summary>The peak signal-to-noise ratio of a result of the tape against what it should be, limited to 0 .. 1.</summary>
    protected double Psnr(Tensor actual, Tensor expected) => -10 * Math.Log10(Tape.Scalar(Training.Loss.MeanSquared(actual.Clamp(0, 1), expected)));

    SceneView[] Draw(int epoch, int batch)
    {
        for (int i = 0; i < views.Length; i++)
        {
            int place = batch * Size.Batch + i;
            Scene scene = context.Scenes[draws.Scene(epoch, place, context.Scenes.Count)];
            views[i] = new(scene, draws.Window(epoch, place, scene, Size.Crop), scene.Middle);
        }

        return views;
    }
}
