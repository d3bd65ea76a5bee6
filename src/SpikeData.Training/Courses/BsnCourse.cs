namespace SpikeData.Training;

/// <summary>Trains the blind-spot network as S-SDM does: || tfp - clip(BSN(tfp)) ||^2, one step per instant.</summary>
sealed class BsnCourse(TrainBsn plan, Bsn network, CourseContext context)
    : SceneCourse(plan.Name, network, new(plan.Epochs, plan.Repeat, plan.Batch, plan.Crop, context.Scenes.Count, plan.Instants), context)
{
    readonly CosineRate rate = new(plan.LearningRate, plan.Epochs);

    public override double RateAt(int step) => rate.At(Size.At(step).Epoch);

    /// <summary>Denoised brightness against the gray sharp image, made smaller by bilinear interpolation.</summary>
    protected override double Measure(Scene scene)
    {
        Tape.Clear();
        SceneView view = SceneView.Of(scene, scene.Middle);
        return Psnr(network.Apply(Tape.MeanSpikes([view], plan.Ticks)), Tape.GraySharp(view).ResizeBilinear(1f / scene.Scale));
    }

    protected override Tensor Loss(ReadOnlySpan<SceneView> views, int instant)
    {
        Tensor noisy = Tape.MeanSpikes(At(instant, plan.Instants), plan.Ticks);
        Tensor clean = network.Apply(noisy);
        return Training.Loss.MeanSquared(plan.Limit ? clean.Clamp(0, 1) : clean, noisy);
    }
}
