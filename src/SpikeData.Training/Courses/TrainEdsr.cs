using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>EDSR: learns to enlarge what spikes show, from long exposures and the gray blurry images of the same exposures.</summary>
/// <param name="Epochs">How often training goes through the exposures.</param>
/// <param name="Repeat">How many parts of each exposure an epoch shows; more than 1 makes sense for few exposures.</param>
/// <param name="Batch">Parts that are shown at once.</param>
/// <param name="Crop">The side of a part.</param>
/// <param name="LearningRate">The learning rate, the same from first to last.</param>
/// <param name="Width">Channels inside.</param>
/// <param name="Blocks">Residual blocks.</param>
[Variant("edsr")]
public sealed record TrainEdsr(
    [Range(1, 1_000_000)] int Epochs = 101,
    [Range(1, 1_000_000)] int Repeat = 1,
    [Range(1, 1024)] int Batch = 4,
    [Range(8, 4096, Unit = "spike pixels")] int Crop = 128,
    [Range(0, 1)] double LearningRate = 2e-4,
    [Range(1, 1024, Unit = "channels")] int Width = 64,
    [Range(1, 256)] int Blocks = 16) : ITraining
{
    public string Name => "edsr";

    Network ITraining.Create(CourseContext context) => new Edsr(context.Device, context.Seed, Width, Blocks, context.Scenes.Scale);

    Course ITraining.Begin(Network network, CourseContext context) => new EdsrCourse(this, (Edsr)network, context);
}
