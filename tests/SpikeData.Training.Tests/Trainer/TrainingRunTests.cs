using SpikeData.Compute;

namespace SpikeData.Training.Tests;

public sealed class TrainingRunTests
{
    public static TheoryData<string> Networks => ["bsn", "edsr", "ldn", "rife", "xvfi"];

    [Theory]
    [MemberData(nameof(Networks))]
    public void Weights_AreTheSameBitsAtAnyThreadCount(string name)
    {
        (float[] losses, float[] weights) = Learn(name, threads: 1, steps: 3);
        (float[] Losses, float[] Weights) again = Learn(name, threads: 2, steps: 3);
        Assert.Equal(losses, again.Losses);
        Assert.Equal(weights, again.Weights);
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void InterruptedRun_EndsWithTheBitsOfAnUnbrokenOne(string name)
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "checkpoint.npz"), key = new('a', 64);
        using CpuDevice device = new(threads: 2);
        using (TrainingRun first = Begin(name, device))
        {
            first.Step(0);
            first.Step(1);
            new Checkpoint(2, 0.5, 2, 7).Save(path, key, first);
        }

        using TrainingRun second = Begin(name, device);
        Checkpoint resumed = Checkpoint.Load(path, key, second);
        Assert.Equal(new Checkpoint(2, 0.5, 2, 7), resumed);
        float loss = second.Step(2);
        (float[] losses, float[] weights) = Learn(name, threads: 2, steps: 3);
        Assert.Equal(losses[2], loss);
        Assert.Equal(weights, Numbers(second));
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Fact]
    public void CheckpointOfAnotherRecipe_IsLeftAlone()
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "checkpoint.npz");
        using CpuDevice device = new();
        using TrainingRun run = Begin("edsr", device);
        new Checkpoint(2, 0, 0, 0).Save(path, new('a', 64), run);
        Assert.Equal(default, Checkpoint.Load(path, new('b', 64), run));
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    /// <summary>
    /// What the schedules of the published code give, computed by hand: four epochs of one batch at two timesteps, which are eight steps.
    /// </summary>
    [Theory]
    [InlineData("bsn", new[] { 3e-4, 3e-4, 2.56066e-4, 2.56066e-4, 1.5e-4, 1.5e-4, 4.3934e-5, 4.3934e-5 })]
    [InlineData("edsr", new[] { 2e-4, 2e-4, 2e-4, 2e-4 })]
    [InlineData("ldn", new[] { 1e-3, 8.53553e-4, 5e-4, 1.46447e-4 })]
    public void RateThatIsNotGiven_IsThatOfThePublishedTraining(string name, double[] expected)
    {
        using CpuDevice device = new();
        ITraining training = name switch
        {
            "bsn" => new TrainBsn(Epochs: 4, Batch: 2, Crop: 16, Ticks: 5, Instants: 2, Width: 4),
            "edsr" => new TrainEdsr(Epochs: 4, Batch: 2, Crop: 8, Width: 4, Blocks: 1),
            _ => new TrainLdn(Epochs: 4, Batch: 2, Crop: 8, Frames: 2, Spikes: 5, ShortTicks: 5, Perceptual: new L1Loss(), Width: 4),
        };
        using TrainingRun run = Begin(training, device);
        Assert.Equal(expected.Length, run.Length.Steps);
        Assert.Equal(expected, Enumerable.Range(0, expected.Length).Select(run.RateAt), (a, b) => Math.Abs(a - b) < 1e-9);
    }

    [Fact]
    public void CosineOverSteps_RisesAgainAsInThePublishedCode()
    {
        using CpuDevice device = new();
        using TrainingRun run = Begin("ldn", device);
        Assert.Equal(1e-3, run.RateAt(0), 1e-9);
        Assert.Equal(0, run.RateAt(2), 1e-9);
        Assert.Equal(1e-3, run.RateAt(4), 1e-9);
    }

    [Fact]
    public void StudentWithoutTeacher_IsAnError()
    {
        using CpuDevice device = new();
        ITraining training = new TrainLdn();
        TrainingContext context = new(device, new([TestScenes.Stripe()]), 1, new Dictionary<string, Network>(), "");
        Assert.Equal("SPIKE512", Assert.Throws<SpikeDataException>(() => training.Begin(training.Create(context), context)).Id);
    }

    [Theory]
    [InlineData(1, 6, "SPIKE521")]
    [InlineData(2, 7, "SPIKE521")]
    [InlineData(2, 8, "SPIKE512")]
    public void StudentOfLargerSpikes_TakesAFittingCrop_AndAnEnlargerUnlessSpikesAreAsLargeAsPictures(int scale, int crop, string id)
    {
        using CpuDevice device = new();
        ITraining training = new TrainLdn(Crop: crop, Frames: 2, Spikes: 5, ShortTicks: 5, Width: 2);
        TrainingContext context = new(device, new([TestScenes.Still(scale)]), 1, OnlyBsn(device), "");
        Assert.Equal(id, Assert.Throws<SpikeDataException>(() => training.Begin(training.Create(context), context)).Id);
    }

    [Fact]
    public void SpikesAsLargeAsPictures_AreLearnedFromWithoutAnEnlarger()
    {
        using CpuDevice device = new();
        ITraining training = new TrainLdn(Epochs: 1, Batch: 1, Crop: 8, Frames: 2, Spikes: 5, ShortTicks: 5, Perceptual: new L1Loss(), Width: 2);
        TrainingContext context = new(device, new([TestScenes.Still(1)]), 1, OnlyBsn(device), "");
        using TrainingRun run = training.Begin(training.Create(context), context);
        Assert.True(float.IsFinite(run.Step(0)));
    }

    [Fact]
    public void Epoch_ShowsEveryExposureBeforeAnyComesAgain()
    {
        RandomSampler sampler = new(1, "x");
        Assert.Equal([0, 1, 2, 3, 4], Enumerable.Range(5, 5).Select(place => sampler.Sample(3, place, 5)).Order());
        Assert.NotEqual(Enumerable.Range(0, 20).Select(place => sampler.Sample(0, place, 20)),
            Enumerable.Range(0, 20).Select(place => sampler.Sample(1, place, 20)));
    }

    static (float[] Losses, float[] Weights) Learn(string name, int threads, int steps)
    {
        using CpuDevice device = new(threads);
        using TrainingRun run = Begin(name, device);
        float[] losses = [.. Enumerable.Range(0, steps).Select(run.Step)];
        return (losses, Numbers(run));
    }

    static float[] Numbers(TrainingRun run) => [.. run.Network.Parameters.SelectMany(parameter => parameter.Read())];

    static TrainingRun Begin(string name, CpuDevice device)
    {
        if (name is "rife" or "xvfi") return BeginOnFrames(name, device);
        ITraining training = name switch
        {
            "bsn" => new TrainBsn(Epochs: 2, Batch: 2, Crop: 16, Ticks: 5, Instants: 2, Width: 4),
            "edsr" => new TrainEdsr(Epochs: 3, Batch: 2, Crop: 8, Width: 4, Blocks: 1),
            _ => new TrainLdn(Epochs: 2, Batch: 1, Crop: 8, Frames: 2, Spikes: 5, ShortTicks: 5, Width: 4, SsimWeight: 0.1),
        };
        return Begin(training, device);
    }

    static TrainingRun Begin(ITraining training, CpuDevice device)
    {
        Dictionary<string, Network> teachers = new() { ["bsn"] = new Bsn(device, 1, width: 4), ["edsr"] = new Edsr(device, 1, width: 4, blocks: 1) };
        TrainingContext context = new(device, new([TestScenes.Stripe(1), TestScenes.Stripe(2)]), 1, teachers, "");
        return training.Begin(training.Create(context), context);
    }

    static TrainingRun BeginOnFrames(string name, CpuDevice device)
    {
        FrameBatches batches = new([TestFootage.Clips(64), TestFootage.Sprites(64)], new(true, true, true, true, true), 64, 2, 1);
        FrameMeter meter = new(device, [TestFootage.Clips(64)]);
        return name == "rife"
            ? new RifeModel([], Epochs: 2, Batch: 2, Crop: 64, LearningRate: new WarmUpCosineRate(3e-4, WarmUp: 2))
                .Begin(new IfNet(device, 1, [8, 6, 4], contextWidth: 2, hasTeacher: true), batches, meter)
            : new XvfiModel([], Epochs: 2, Batch: 2, Crop: 64).Begin(new XvfiNet(device, 1, width: 8, levels: 1), batches, meter);
    }

    static Dictionary<string, Network> OnlyBsn(CpuDevice device) => new() { ["bsn"] = new Bsn(device, 1, width: 2) };
}
