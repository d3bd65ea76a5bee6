using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>EDSR: learns to enlarge what spikes show, from long exposures and the gray blurry images of the same exposures.</summary>
/// <param name="Epochs">How often training goes through the exposures.</param>
/// <param name="Repeat">How many parts of each exposure an epoch shows; more than 1 makes sense for few exposures.</param>
/// <param name="Batch">Parts that are shown at once.</param>
/// <param name="Crop">The side of a part.</param>
/// <param name="LearningRate">The learning rate; unless given <c>constant: { rate: 0.0002 }</c>, and a number alone changes the rate of that.</param>
/// <param name="Width">Channels inside.</param>
/// <param name="Blocks">Residual blocks.</param>
[Variant("edsr")]
public sealed record TrainEdsr(
    [Range(1, 1_000_000)] int Epochs = 101,
    [Range(1, 1_000_000)] int Repeat = 1,
    [Range(1, 1024)] int Batch = 4,
    [Range(8, 4096, Unit = "spike pixels")] int Crop = 128,
    ILearningRate? LearningRate = null,
    [Range(1, 1024, Unit = "channels")] int Width = 64,
    [Range(1, 256)] int Blocks = 16) : ITraining
{
    public string Name => "edsr";

    public ILearningRate LearningRate { get; init; } = LearningRate ?? new UsualRate(2e-4);

    public Network Create(TrainingContext context) => new Edsr(context.Device, context.Seed, Width, Blocks, context.Scenes.Scale);

    public TrainingRun Begin(Network network, TrainingContext context)
    {
        var edsr = (Edsr)network;
        return context.Begin(
            Name, network, new(Epochs, Repeat, Batch, Crop, context.Scenes.Count), LearningRate.Or(rate => new ConstantRate(rate)), Loss, Measure,
            needsSharp: false);

        // || gray blur - clip(EDSR(mean of all spikes)) ||^2.
        Tensor Loss(SampleBatch batch) => Training.Loss.MeanSquared(
            edsr.Apply(batch.Tape.MeanSpikes(batch.Views, batch.Views[0].Scene.ExposureTicks)).Clamp(0, 1), batch.Tape.GrayBlur(batch.Views));

        // The enlarged long exposure against the gray blurry image.
        double Measure(Tape tape, SceneView view) =>
            Training.Loss.Psnr(edsr.Apply(tape.MeanSpikes([view], view.Scene.ExposureTicks)), tape.GrayBlur([view]));
    }
}
