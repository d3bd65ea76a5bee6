using SpikeData.Compute;
using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>RIFE: a network that makes frames between frames, learned from clips. The weights are for 'interpolate: { method: rife }'.</summary>
/// <remarks>Huang et al., "Real-Time Intermediate Flow Estimation for Video Frame Interpolation", 2022; what is not given has the published value.</remarks>
/// <param name="Footage">What it learns from.</param>
/// <param name="HeldOut">What it is measured with; the last eighth of each clip of the footage unless given, which is then not learned from.</param>
/// <param name="BeginWith">Weights that training goes on from, relative to the recipe: the published ones or others of this kind, whose widths are taken over; drawn by chance unless given.</param>
/// <param name="Part">Which of several state dicts of a PyTorch checkpoint the weights are, such as <c>params_ema</c>; needed only where there are several.</param>
/// <param name="Instants">Whether it is told the instant (IFNet_m), or makes the middle frame (IFNet).</param>
/// <param name="Widths">Channels of the three blocks, even numbers; 240, 150 and 90 unless given.</param>
/// <param name="ContextWidth">Channels of the first layer of the nets behind the flows.</param>
/// <param name="Epochs">How often training goes through the footage.</param>
/// <param name="Batch">Windows that are shown at once.</param>
/// <param name="Crop">The side of a window: a multiple of 32.</param>
/// <param name="Span">How many frames the second frame lies behind the first; 2..6 unless given, 2..2 where only the middle frame is made.</param>
/// <param name="LearningRate">The learning rate; unless given <c>warm-up-cosine: { rate: 0.0003, warm-up: 2000, last-rate: 0.000003 }</c>, and a
/// number alone changes the rate of that.</param>
/// <param name="WeightDecay">How much of each number a step of learning rate 1 takes away.</param>
/// <param name="Distillation">How much imitation of the teacher counts; 0.002 unless given, 0.01 where only the middle frame is made.</param>
/// <param name="SteadySignals">Whether the blocks that find flows begin so that signals keep their size in them; in the published training they fade to a thousandth in each.</param>
/// <param name="Augmentation">How windows are varied; <c>random</c> as published unless given.</param>
/// <param name="Seed">What chance depends on: the same seed gives the same weights, bit for bit, on the same device.</param>
/// <param name="Description">What the model is for.</param>
[Variant("rife")]
public sealed record RifeModel(
    IReadOnlyList<IFootage> Footage,
    IReadOnlyList<IFootage>? HeldOut = null,
    [property: FileInKey] string? BeginWith = null,
    string? Part = null,
    Instants Instants = Instants.Any,
    [Range(2, 1024, Unit = "channels")] IReadOnlyList<int>? Widths = null,
    [Range(1, 1024, Unit = "channels")] int ContextWidth = 16,
    [Range(1, 1_000_000)] int Epochs = 300,
    [Range(1, 1024)] int Batch = 64,
    [Range(64, 4096, Unit = "pixels")] int Crop = 224,
    FrameRange? Span = null,
    ILearningRate? LearningRate = null,
    [Range(0, 1000)] double WeightDecay = 1e-3,
    [Range(0, 1000)] double? Distillation = null,
    bool SteadySignals = false,
    IAugmentation? Augmentation = null,
    long Seed = 1,
    [property: NotInKey] string Description = "") : IModel
{
    const int Blocks = 3;

    public ILearningRate LearningRate { get; init; } = LearningRate ?? new UsualRate(3e-4);

    public IAugmentation Augmentation { get; init; } = Augmentation ?? new RandomAugmentation();

    bool MiddleOnly => Instants == Instants.Middle;

    FrameTraining Training => new(Footage, HeldOut, new(Span ?? new(2, MiddleOnly ? 2 : 6), MiddleOnly, Crop), Augmentation.Of(new(true, true, true, true, true)), Batch, Seed);

    ModelStatus IModel.Status(ModelWork work) => Training.Status("rife", this, work);

    void IModel.Train(ModelWork work)
    {
        IfNet network = BeginWith is null ? Drawn(work.Workspace.Device) : Begun(work.Workspace.Device, WeightFile.Read(work.Workspace.Resolve(BeginWith), Part));
        Training.Train("rife", this, work, network, (batches, heldOut) => Begin(network, batches, heldOut));
    }

    /// <summary>Laplacian distance of student and teacher, and imitation of the teacher's flows.</summary>
    internal TrainingRun Begin(IfNet network, FrameBatches batches, FrameMeter heldOut)
    {
        RifeLoss loss = new(network.Device, (float)(Distillation ?? (MiddleOnly ? 0.01 : 0.002)));
        return batches.Begin(
            "rife", network, new(Epochs, 1, Batch, Crop, batches.PerEpoch), LearningRate.Or(rate => new WarmUpCosineRate(rate)), heldOut,
            batch => loss.Of(network, batch.First, batch.Second, batch.Truth, batch.Timesteps), WeightDecay);
    }

    IfNet Drawn(Device device)
    {
        if (Widths is not null && (Widths.Count != Blocks || Widths.Any(width => width % 2 != 0)))
            throw new SpikeDataException("SPIKE519", $"'widths' is [{string.Join(", ", Widths)}]; three even numbers were expected, such as [240, 150, 90].");
        IfNet network = new(device, Seed, Widths, ContextWidth, !MiddleOnly, hasTeacher: true);
        if (SteadySignals) network.SteadySignals();
        return network;
    }

    IfNet Begun(Device device, Weights weights)
    {
        if (SteadySignals) throw Contradicted("steady-signals", "true", "begins nothing where training goes on from weights; leave it out");
        IfNet network = IfNet.ToTrain(device, weights, Seed);
        if (network.TakesInstant == MiddleOnly) throw Contradicted("instants", MiddleOnly ? "middle" : "any", $"fits no weights of {(MiddleOnly ? "IFNet_m; write any" : "IFNet; write middle")}");
        if (Widths is not null && !Widths.SequenceEqual(network.Widths)) throw Contradicted("widths", $"[{string.Join(", ", Widths)}]", $"differs from the weights', which have [{string.Join(", ", network.Widths)}]; leave it out");
        return network;
    }

    SpikeDataException Contradicted(string key, string value, string what) => new("SPIKE519", $"'{key}: {value}' {what}. The weights of 'begin-with' are {BeginWith}.");
}
