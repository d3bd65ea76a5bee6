namespace SpikeData.Training;

/// <summary>Trains EDSR as S-SDM does: || gray blur - clip(EDSR(mean of all spikes)) ||^2.</summary>
sealed class EdsrCourse(TrainEdsr plan, Edsr network, CourseContext context)
    : SceneCourse(plan.Name, network, new(plan.Epochs, plan.Repeat, plan.Batch, plan.Crop, context.Scenes.Count), context)
{
    public override double RateAt(int step) => plan.LearningRate;

    protected override bool NeedsSharp => false;

    /// <summary>The enlarged long exposure against the gray blurry image.</summary>
    protected override double Measure(Scene scene)
    {
        Tape.Clear();
        SceneView view = SceneView.Of(scene, scene.Middle);
        return Psnr(network.Apply(Tape.MeanSpikes([view], scene.ExposureTicks)), Tape.GrayBlur([view]));
    }

    protected override Tensor Loss(ReadOnlySpan<SceneView> views, int instant) => Training.Loss.MeanSquared(
        network.Apply(Tape.MeanSpikes(views, views[0].Scene.ExposureTicks)).Clamp(0, 1), Tape.GrayBlur(views));
}
