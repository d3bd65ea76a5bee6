using SpikeData.Compute;
using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>
/// The light deblurring network: learns from the teacher that bsn, edsr and the spike-guided model make up, and from its own re-blur.
/// </summary>
/// <remarks>
/// Chen et al., "SpikeReveal", 2024, equations 11 to 15. Where the paper and its published code differ, the code's value is the default, with
/// one exception: the published run learns from the test split, this one from the train split.
/// </remarks>
/// <param name="Epochs">How often training goes through the exposures.</param>
/// <param name="Repeat">How many parts of each exposure an epoch shows; more than 1 makes sense for few exposures.</param>
/// <param name="Batch">Parts that are shown at once.</param>
/// <param name="Crop">The side of a part.</param>
/// <param name="LearningRate">The learning rate; unless given <c>cosine: { rate: 0.001, over: steps }</c> as in the published code, and a number
/// alone changes the rate of that.</param>
/// <param name="Frames">Instants of each exposure that are deblurred in one step.</param>
/// <param name="Spikes">Spike planes the network sees around an instant.</param>
/// <param name="ShortTicks">Ticks of the teacher's short exposure.</param>
/// <param name="LambdaReblur">How much the re-blur loss counts beside the teacher's.</param>
/// <param name="Reblur">How the deblurred instants are put together again: the code takes their mean, equation 12 their sum.</param>
/// <param name="Perceptual">What compares the network with its teacher; lpips-squeeze unless given.</param>
/// <param name="Rescale">Whether LPIPS sees images from -1 to 1, as it was made for, or from 0 to 1 as in the code.</param>
/// <param name="Target">What the teacher shows: the color image as in the code, or the gray one of equation 14.</param>
/// <param name="SsimWeight">How much 1 - SSIM against the teacher counts.</param>
/// <param name="EnlargesLong">Whether the teacher's long exposure goes through EDSR too, as in the code.</param>
/// <param name="DenoisesLong">Whether the teacher's long exposure goes through BSN too: what the network blurs in both exposures then cancels. The
/// code leaves it as it is.</param>
/// <param name="Teacher">What the teacher looks at: the part that is shown, as in the code, or whole exposures once, which saves most of the
/// time.</param>
/// <param name="Width">Channels of the first layers.</param>
[Variant("ldn")]
public sealed record TrainLdn(
    [Range(1, 1_000_000)] int Epochs = 101,
    [Range(1, 1_000_000)] int Repeat = 1,
    [Range(1, 1024)] int Batch = 4,
    [Range(8, 4096, Unit = "spike pixels")] int Crop = 128,
    ILearningRate? LearningRate = null,
    [Range(1, 101)] int Frames = 5,
    [Range(1, 1001, Unit = "ticks")] int Spikes = 21,
    [Range(1, 1001, Unit = "ticks")] int ShortTicks = 9,
    [Range(0, 1e6)] double LambdaReblur = 100,
    ReblurForm Reblur = ReblurForm.Mean,
    ILoss? Perceptual = null,
    bool Rescale = false,
    TeacherImage Target = TeacherImage.Color,
    [Range(0, 1e6)] double SsimWeight = 0,
    bool EnlargesLong = true,
    bool DenoisesLong = false,
    TeacherView Teacher = TeacherView.Crop,
    [Range(1, 1024, Unit = "channels")] int Width = 16) : ITraining
{
    public string Name => "ldn";

    public ILearningRate LearningRate { get; init; } = LearningRate ?? new UsualRate(1e-3);

    public Network Create(TrainingContext context) => new Ldn(context.Device, context.Seed, Spikes, Width, scale: context.Scenes.Scale);

    public TrainingRun Begin(Network network, TrainingContext context)
    {
        int scale = context.Scenes.Scale;
        if (Crop * scale % Ldn.Side != 0)
        {
            throw new SpikeDataException("SPIKE521", $"'crop' of '{Name}' is {Crop} spike pixels; a multiple of {Ldn.Side / scale} was expected, "
                + $"since the sides of pictures are multiples of {Ldn.Side}.");
        }

        bool needsEnlarger = scale > 1 || context.Teachers.ContainsKey("edsr");
        Teacher teacher = TeacherOf(context.Trained<Bsn>("bsn", Name), needsEnlarger ? context.Trained<Edsr>("edsr", Name) : null);
        Distillation distillation = new(this, (Ldn)network, teacher, context);
        return context.Begin(
            Name, network, new(Epochs, Repeat, Batch, Crop, context.Scenes.Count), LearningRate.Or(rate => new CosineRate(rate, CosineOver.Steps)),
            distillation.Loss, distillation.Measure, needsSharp: true, teacher);
    }

    /// <summary>The teacher that these keys describe.</summary>
    internal Teacher TeacherOf(Bsn denoiser, Edsr? enlarger) => new(denoiser, enlarger, ShortTicks, EnlargesLong, DenoisesLong);
}
