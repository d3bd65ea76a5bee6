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
/// <param name="LearningRate">The first learning rate.</param>
/// <param name="Milestones">The epochs at which the learning rate falls; 100, 150 and 180 unless given.</param>
/// <param name="RateFactor">What the learning rate is multiplied by there.</param>
/// <param name="Smoothness">How much the roughness of flows counts.</param>
/// <param name="EdgeSharpness">Colors, from -1 to 1, that differ by more than about its inverse are an edge, where flows may be rough.</param>
/// <param name="FlipColumns">Whether windows are mirrored left to right by chance.</param>
/// <param name="FlipRows">Whether windows are mirrored top to bottom by chance.</param>
/// <param name="QuarterTurns">Whether windows are turned by quarters by chance.</param>
/// <param name="ReverseColors">Whether blue and red are exchanged by chance.</param>
/// <param name="SwapTime">Whether windows are shown backwards in time by chance.</param>
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
    [Range(0, 1)] double LearningRate = 1e-4,
    [Range(0, 1_000_000, Unit = "epochs")] IReadOnlyList<int>? Milestones = null,
    [Range(0, 1)] double RateFactor = 0.25,
    [Range(0, 1000)] double Smoothness = 0.5,
    [Range(0, 10_000)] double EdgeSharpness = 150,
    bool FlipColumns = true,
    bool FlipRows = false,
    bool QuarterTurns = true,
    bool ReverseColors = false,
    bool SwapTime = true,
    long Seed = 1,
    [property: NotInKey] string Description = "") : IModel
{
    public IReadOnlyList<int> Milestones { get; } = Milestones ?? [100, 150, 180];

    FrameModel Plan => new(Footage, HeldOut, new(Span ?? new(2, 32), MiddleOnly: false, Crop), new(FlipColumns, FlipRows, QuarterTurns, ReverseColors, SwapTime));

    ModelStatus IModel.Status(ModelWork work) => new FrameTrainer(this, work).Status("xvfi", Plan);

    void IModel.Train(ModelWork work)
    {
        FrameModel model = Plan;
        XvfiNet network = BeginWith is null ? Drawn(work.Workspace.Device) : XvfiNet.Of(work.Workspace.Device, WeightFile.Read(work.Workspace.Resolve(BeginWith), Part), Scales);
        model.Check(network.SideMultiple);
        new FrameTrainer(this, work).Train("xvfi", network, model, (lessons, meter) => new XvfiCourse(
            this, network, new(Epochs, 1, Batch, Crop, lessons.PerEpoch), lessons, meter), Batch, Seed);
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
