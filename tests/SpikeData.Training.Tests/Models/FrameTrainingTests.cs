using System.Globalization;
using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Training.Tests;

public sealed class FrameTrainingTests : IDisposable
{
    const int Height = 66, Width = 70;

    readonly string folder = Directory.CreateTempSubdirectory("spikedata-").FullName;
    readonly CpuDevice device = new(threads: 2);
    readonly List<string> said = [];

    public static TheoryData<string> Kinds => ["rife", "xvfi"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void TrainedNetwork_IsUpToDate_UntilAPictureChanges(string kind)
    {
        WriteClip("a", 8);
        Train(Model(kind));
        byte[] weights = File.ReadAllBytes(Weights(kind));
        Assert.Contains(said, line => line.Contains("the mean of their neighbors reaches", StringComparison.Ordinal));
        Train(Model(kind));
        Assert.EndsWith("is up to date", said[^1], StringComparison.Ordinal);
        WriteClip("a", 8, brightness: 20);
        Train(Model(kind));
        Assert.NotEqual(weights, File.ReadAllBytes(Weights(kind)));
        Assert.True(File.Exists(Path.ChangeExtension(Weights(kind), ".png")));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void TrainedWeights_AreThoseThatRecipesInterpolateWith(string kind)
    {
        WriteClip("a", 8);
        Train(Model(kind));
        Weights weights = WeightFile.Read(Weights(kind));
        Network network = kind == "rife" ? IfNet.Of(device, weights) : XvfiNet.Of(device, weights, levels: 1);
        Assert.Equal(weights.Count, network.Parameters.Count);
    }

    [Fact]
    public void FootageThatIsTooShort_IsAnError()
    {
        WriteClip("a", 2);
        Assert.Equal("SPIKE518", Assert.Throws<SpikeDataException>(() => Train(Model("rife"))).Id);
        WriteClip("a", 3);
        Assert.Contains("held-out", Assert.Throws<SpikeDataException>(() => Train(Model("rife"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("crop")]
    [InlineData("span")]
    [InlineData("widths")]
    public void KeysThatContradictTheNetwork_AreAnError(string key)
    {
        WriteClip("a", 8);
        RifeModel model = (RifeModel)Model("rife");
        IModel wrong = key switch
        {
            "crop" => model with { Crop = 65 },
            "span" => model with { Span = new(1, 1) },
            _ => model with { Widths = [8, 6] },
        };
        SpikeDataException problem = Assert.Throws<SpikeDataException>(() => Train(wrong));
        Assert.Equal("SPIKE519", problem.Id);
        Assert.Contains($"'{key}'", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void TrainingThatBeginsWithWeights_GoesOnFromThem(string kind)
    {
        WriteClip("a", 8);
        Train(Model(kind));
        Weights before = WeightFile.Read(Weights(kind)).Without("block_tea");
        WeightFile.Write(Path.Combine(folder, "before.safetensors"), before);
        Train(Model(kind) switch
        {
            RifeModel rife => rife with { BeginWith = "before.safetensors", Widths = null, ContextWidth = 16, LearningRate = new ConstantRate(0) },
            XvfiModel xvfi => xvfi with { BeginWith = "before.safetensors", Width = 64, LearningRate = new UsualRate(0) },
            var other => other,
        });
        Weights after = WeightFile.Read(Weights(kind));
        Assert.All(before, array => Assert.Equal(array.Value.Bytes, after[array.Key].Bytes));
        Assert.Equal(kind == "rife", after.Count > before.Count);
        Assert.Contains(said, line => line.Contains("made 2 steps", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("instants")]
    [InlineData("widths")]
    [InlineData("steady-signals")]
    public void KeysThatContradictTheWeightsToBeginWith_AreAnError(string key)
    {
        WriteClip("a", 8);
        Train(Model("rife"));
        File.Copy(Weights("rife"), Path.Combine(folder, "before.safetensors"));
        RifeModel model = (RifeModel)Model("rife") with { BeginWith = "before.safetensors", Widths = null };
        SpikeDataException problem = Assert.Throws<SpikeDataException>(() => Train(key switch
        {
            "instants" => model with { Instants = Instants.Middle },
            "widths" => model with { Widths = [8, 6, 6] },
            _ => model with { SteadySignals = true },
        }));
        Assert.Equal("SPIKE519", problem.Id);
        Assert.Contains($"'{key}: ", problem.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        device.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    static IModel Model(string kind)
    {
        FilmedClips clips = new(SourcePattern.Parse("{clip}/*.png"), Windows: 2);
        return kind == "rife"
            ? new RifeModel(
                [clips], Widths: [8, 6, 4], ContextWidth: 2, Epochs: 2, Batch: 2, Crop: 64, Span: new(2, 2), LearningRate: new WarmUpCosineRate(3e-4, WarmUp: 1))
            : new XvfiModel([clips], Width: 8, Scales: 1, Epochs: 2, Batch: 2, Crop: 64, Span: new(2, 2));
    }

    string Weights(string kind) => Path.Combine(folder, "artifacts", "models", "small", $"{kind}.safetensors");

    void Train(IModel model) => model.Train(new("small", new(folder, device)) { Say = said.Add });

    void WriteClip(string name, int frames, int brightness = 0)
    {
        string clip = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        for (int frame = 0; frame < frames; frame++)
        {
            byte[] pixels = [.. Enumerable.Range(0, Height * Width * 3)
                .Select(i => (byte)(100 + brightness + 50 * Math.Sin(0.3 * (i / 3 % Width - frame) + 0.2 * (i / 3 / Width))))];
            File.WriteAllBytes(Path.Combine(clip, frame.ToString("D3", CultureInfo.InvariantCulture) + ".png"), Png.Color(pixels, Height, Width));
        }
    }
}
