namespace SpikeData.Training;

/// <summary>A course that learns from the exposures of a data set.</summary>
abstract class SceneCourse : Course
{
    const int MostMeasuredScenes = 8;

    readonly CourseContext context;
    readonly Draws draws;
    readonly SceneView[] views;

    protected SceneCourse(string name, Network network, CourseSize size, CourseContext context)
        : base(name, network, size, new(network.Parameters))
    {
        this.context = context;
        draws = new(context.Seed, name);
        views = new SceneView[size.Batch];
    }

    public override double? Measure()
    {
        int count = Math.Min(context.HeldOut.Count, MostMeasuredScenes);
        return Enumerable.Range(0, count).Select(i => context.HeldOut[(int)((long)i * context.HeldOut.Count / count)])
            .Where(scene => !NeedsSharp || scene.SharpCount > 0).Select(scene => (double?)Measure(scene)).Average();
    }

    /// <summary>Whether measuring compares with sharp images, which recordings of real rigs do not have.</summary>
    protected virtual bool NeedsSharp => true;

    /// <summary>The peak signal-to-noise ratio on an exposure that is held out, in decibels.</summary>
    protected abstract double Measure(Scene scene);

    protected sealed override Tensor Loss(int epoch, int batch, int instant) => Loss(Draw(epoch, batch), instant);

    /// <param name="views">What the step looks at, each at the middle of its exposure.</param>
    /// <param name="instant">Which of the instants of the course it is.</param>
    protected abstract Tensor Loss(ReadOnlySpan<SceneView> views, int instant);

    /// <summary>The same parts at another instant.</summary>
    protected ReadOnlySpan<SceneView> At(int instant, int count)
    {
        for (int i = 0; i < views.Length; i++) views[i] = views[i] with { Tick = views[i].Scene.TickOf(instant, count) };
        return views;
    }

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
