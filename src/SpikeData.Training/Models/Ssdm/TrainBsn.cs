using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>The blind-spot network: learns to denoise what few spikes show, from noisy images alone.</summary>
/// <param name="Epochs">How often training goes through the exposures.</param>
/// <param name="Repeat">How many parts of each exposure an epoch shows; more than 1 makes sense for few exposures.</param>
/// <param name="Batch">Parts that are shown at once.</param>
/// <param name="Crop">The side of a part.</param>
/// <param name="LearningRate">The learning rate; unless given <c>cosine: { rate: 0.0003, over: whole-epochs }</c>, and a number alone changes the
/// rate of that.</param>
/// <param name="Ticks">Ticks of a short exposure.</param>
/// <param name="Instants">Instants of each exposure; every one is a step.</param>
/// <param name="Limit">Whether the result is limited to 0 .. 1 before it is compared, as in the code. Then a network that begins dark learns nothing
/// at first.</param>
/// <param name="Width">Channels of the first layers.</param>
[Variant("bsn")]
public sealed record TrainBsn(
    [Range(1, 1_000_000)] int Epochs = 1001,
    [Range(1, 1_000_000)] int Repeat = 1,
    [Range(1, 1024)] int Batch = 4,
    [Range(16, 4096, Unit = "spike pixels")] int Crop = 128,
    ILearningRate? LearningRate = null,
    [Range(1, 1001, Unit = "ticks")] int Ticks = 9,
    [Range(1, 101)] int Instants = 5,
    bool Limit = true,
    [Range(1, 1024, Unit = "channels")] int Width = 48) : ITraining
{
    public string Name => "bsn";

    public ILearningRate LearningRate { get; init; } = LearningRate ?? new UsualRate(3e-4);

    public Network Create(TrainingContext context) => new Bsn(context.Device, context.Seed, Width);

    public TrainingRun Begin(Network network, TrainingContext context)
    {
        var bsn = (Bsn)network;
        return context.Begin(
            Name, network, new(Epochs, Repeat, Batch, Crop, context.Scenes.Count, Instants),
            LearningRate.Or(rate => new CosineRate(rate, CosineOver.WholeEpochs)), Loss, Measure);

        // || tfp - clip(BSN(tfp)) ||^2, one step per instant.
        Tensor Loss(SampleBatch batch)
        {
            Tensor noisy = batch.Tape.MeanSpikes(batch.At(batch.Timestep, Instants), Ticks), clean = bsn.Apply(noisy);
            return Training.Loss.MeanSquared(Limit ? clean.Clamp(0, 1) : clean, noisy);
        }

        // Denoised brightness against the gray sharp image, made smaller by bilinear interpolation.
        double Measure(Tape tape, SceneView view) =>
            Training.Loss.Psnr(bsn.Apply(tape.MeanSpikes([view], Ticks)), tape.GraySharp(view).ResizeBilinear(1f / view.Scene.Scale));
    }
}
