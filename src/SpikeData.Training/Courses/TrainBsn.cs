using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>The blind-spot network: learns to denoise what few spikes show, from noisy images alone.</summary>
/// <param name="Epochs">How often training goes through the exposures.</param>
/// <param name="Repeat">How many parts of each exposure an epoch shows; more than 1 makes sense for few exposures.</param>
/// <param name="Batch">Parts that are shown at once.</param>
/// <param name="Crop">The side of a part.</param>
/// <param name="LearningRate">The learning rate of the first epoch; it falls to zero along half a cosine.</param>
/// <param name="Ticks">Ticks of a short exposure.</param>
/// <param name="Instants">Instants of each exposure; every one is a step.</param>
/// <param name="Limit">Whether the result is limited to 0 .. 1 before it is compared, as in the code. Then a network that begins dark learns nothing at first.</param>
/// <param name="Width">Channels of the first layers.</param>
[Variant("bsn")]
public sealed record TrainBsn(
    [Range(1, 1_000_000)] int Epochs = 1001,
    [Range(1, 1_000_000)] int Repeat = 1,
    [Range(1, 1024)] int Batch = 4,
    [Range(16, 4096, Unit = "spike pixels")] int Crop = 128,
    [Range(0, 1)] double LearningRate = 3e-4,
    [Range(1, 1001, Unit = "ticks")] int Ticks = 9,
    [Range(1, 101)] int Instants = 5,
    bool Limit = true,
    [Range(1, 1024, Unit = "channels")] int Width = 48) : ITraining
{
    public string Name => "bsn";

    Network ITraining.Create(CourseContext context) => new Bsn(context.Device, context.Seed, Width);

    Course ITraining.Begin(Network network, CourseContext context) => new BsnCourse(this, (Bsn)network, context);
}
