using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>XVFI-Net: makes frames between frames with large motion, learned from clips. The weights are for 'interpolate: { method: xvfi }'.</summary>
/// <remarks>Sim, Oh and Kim, "XVFI: eXtreme Video Frame Interpolation", 2021; what is not given has the published value.</remarks>
/// <param name="Footage">What it learns from.</param>
/// <param name="HeldOut">What it is measured with; the last eighth of each clip of the footage unless given, which is then not learned from.</param>
/// <param name="BeginWith">Weights that training goes on from, relative to the recipe: the published ones or others of this kind, whose width and module scale are taken over; drawn by chance unless given.</param>
/// <param name="Part">Which of several state dicts of a PyTorch checkpoint the weights are, such as <c>params_ema</c>; needed only where there are several.</param>
/// <param name="Width">Channels of the features.</param>
/// <param name="ModuleScale">How many times smaller than the frames the finest flows are: 2, 4 or 8.</param>
/// <param name="Scales">On how many coarser levels motion is found in training.</param>
/// <param name="Epochs">How often training goes through the footage.</param>
/// <param name="Batch">Windows that are shown at once.</param>
/// <param name="Crop">The side of a window: a multiple of 4 x module scale x 2^scales.</param>
/// <param name="Span">How many frames the second frame lies behind the first; 2..32 unless given.</param>
/// <param name="LearningRate">The learning rate; unless given <c>stepped: { rate: 0.0001, milestones: [100, 150, 180] }</c>, and a number alone
/// changes the rate of that.</param>
/// <param name="Smoothness">How much the roughness of flows counts.</param>
/// <param name="EdgeSharpness">Colors, from -1 to 1, that differ by more than about its inverse are an edge, where flows may be rough.</param>
/// <param name="Augmentation">How windows are varied; <c>random</c> as published unless given.</param>
/// <param name="Seed">What chance depends on: the same seed gives the same weights, bit for bit, on the same device.</param>
/// <param name="Description">What the model is for.</param>
[Variant("xvfi")]
public sealed record XvfiModel(
    IReadOnlyList<IFootage> Footage,
    IReadOnlyList<IFootage>? HeldOut = null,
    [property: FileInKey] string? BeginWith = null,
    string? Part = null,
    [Range(4, 1024, Unit = "channels")] int Width = 64,
    [Range(2, 8)] int ModuleScale = 4,
    [Range(0, 8)] int Scales = 3,
    [Range(1, 1_000_000)] int Epochs = 200,
    [Range(1, 1024)] int Batch = 8,
    [Range(8, 4096, Unit = "pixels")] int Crop = 384,
    FrameRange? Span = null,
    ILearningRate? LearningRate = null,
    [Range(0, 1000)] double Smoothness = 0.5,
    [Range(0, 10_000)] double EdgeSharpness = 150,
    IAugmentation? Augmentation = null,
    long Seed = 1,
    [property: NotInKey] string Description = "") : IModel
{
    static readonly int[] PublishedMilestones = [100, 150, 180];

    static readonly Augmentations Usual = new(FlipColumns: true, FlipRows: false, QuarterTurns: true, ReverseColors: false, SwapTime: true);

    public ILearningRate LearningRate { get; init; } = LearningRate ?? new UsualRate(1e-4);

    public IAugmentation Augmentation { get; init; } = Augmentation ?? new RandomAugmentation();

    FrameTraining Training => new(Footage, HeldOut, new(Span ?? new(2, 32), MiddleOnly: false, Crop), Augmentation.Of(Usual), Batch, Seed);

    ModelStatus IModel.Status(ModelWork work) => Training.Status("xvfi", this, work);

    void IModel.Train(ModelWork work)
    {
        XvfiNet network = BeginWith is null ? Drawn(work.Workspace.Device) : XvfiNet.Of(work.Workspace.Device, WeightFile.Read(work.Workspace.Resolve(BeginWith), Part), Scales);
        Training.Train("xvfi", this, work, network, (batches, heldOut) => Begin(network, batches, heldOut));
    }

    /// <summary>Distance on all levels, and smooth flows on the finest.</summary>
    internal TrainingRun Begin(XvfiNet network, FrameBatches batches, FrameMeter heldOut)
    {
        XvfiLoss loss = new((float)Smoothness, (float)EdgeSharpness);
        return batches.Begin(
            "xvfi", network, new(Epochs, 1, Batch, Crop, batches.PerEpoch), LearningRate.Or(rate => new SteppedRate(rate, PublishedMilestones)),
            heldOut,
            batch => loss.Of(network, batch.First, batch.Second, batch.Truth, batch.Timesteps));
    }

    XvfiNet Drawn(Compute.Device device)
    {
        int square = ModuleScale * ModuleScale;
        if (ModuleScale is not (2 or 4 or 8) || 4 * Width % square != 0)
            throw new Compute.SpikeDataException("SPIKE519", $"'module-scale' is {ModuleScale} and 'width' is {Width}; 2, 4 or 8 was expected, and a width of which four times are a multiple of {square}.");
        XvfiNet network = new(device, Seed, Width, ModuleScale, Scales);
        XavierNormal.Draw(network.Parameters, Seed);
        return network;
    }
}
