using System.Text.Json.Nodes;
using SpikeData.Imaging;

namespace SpikeData.Cli.Tests;

/// <summary>A method, a metric, a loss and a network of a project of one's own, which here is this assembly.</summary>
public sealed class OwnVariantsTests : IDisposable
{
    const string Data = """
        datasets:
          tiny:
            - decode: { from: "CLIP", frames: 20..50, size: 64x64 }
            - expose: { frames: 5, skip: 1 }
            - synthesize-blur
            - simulate-spikes: { margin: 3, scale: 1 }
            - extract-sharp: { frames: 3 }
            - write
        models:
          mine:
            dataset: tiny

        """;

    readonly TemporaryFolder folder = new();
    readonly string clip = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../samples/clips/cockatoo.mp4"));

    static string Assembly => typeof(OwnVariantsTests).Assembly.Location;

    [Fact]
    public async Task MethodAndMetric_AreFoundAndMeasured()
    {
        await Write("    train: []");
        JsonNode plain = await Report(), own = await Report("--assembly", Assembly);
        Assert.Equal([.. Names(plain), "Darker"], Names(own));
        Assert.Null(plain["rows"]![0]!["metrics"]);
        double blurry = Brightness(own, "Blurry input"), darker = Brightness(own, "Darker");
        Assert.InRange(blurry, 0.05, 0.95);
        Assert.Equal(blurry / 2, darker, 1e-5);
        Assert.Contains(" Brightness\n", (await Run("evaluate", "--assembly", Assembly)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MethodsAndMetricsOfTheRecipe_AreTheRowsAndColumns()
    {
        await Write("    train: []\n    methods: [ darker: { factor: 0.25 }, blurry-input ]\n    metrics: [ brightness, ssim, ssim: { protocol: s-sdm } ]");
        JsonNode report = await Report("--assembly", Assembly);
        Assert.Equal(["Darker", "Blurry input"], Names(report));
        Assert.Equal(Brightness(report, "Blurry input") / 4, Brightness(report, "Darker"), 1e-5);
        JsonNode row = report["rows"]![1]!;
        Assert.Equal(["Brightness", "SSIM", "SSIM s-sdm"], row["metrics"]!.AsArray().Select(score => score!["metric"]!.GetValue<string>()));
        Assert.Equal(row["standard"]!["ssim"]!.GetValue<double>(), row["metrics"]![1]!["value"]!.GetValue<double>());
        Assert.Equal(row["sSdm"]!["ssim"]!.GetValue<double>(), row["metrics"]![2]!["value"]!.GetValue<double>());
        Assert.Contains("'methods' cannot be 'darker'", (await Run("evaluate")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MethodOfTheRecipeWithoutItsNetwork_IsAnError()
    {
        await Write("    train: []\n    methods: [ ldn ]");
        Assert.Contains("error SPIKE524: The method 'ldn' of 'mine' needs networks that the model does not train: ldn.",
            (await Run("evaluate")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Loss_IsLearnedBy()
    {
        await Write("    train:\n      - bsn: { epochs: 1, crop: 16, ticks: 3, instants: 1, width: 2 }\n"
            + "      - ldn: { epochs: 1, crop: 8, frames: 2, spikes: 5, short-ticks: 3, perceptual: twice-mse, lambda-reblur: 0, width: 2 }");
        CommandLineRun run = await Run("train", "mine", "--assembly", Assembly);
        Assert.Equal(("", 0), (run.Error, run.ExitCode));
        double twice = FirstLoss();
        File.WriteAllText(folder["datasets.yaml"], File.ReadAllText(folder["datasets.yaml"]).Replace("twice-mse", "mse", StringComparison.Ordinal));
        Assert.Equal(0, (await Run("train", "mine")).ExitCode);
        Assert.Equal(2, twice / FirstLoss(), 1e-5);
    }

    [Fact]
    public async Task Method_DeblursWithoutAModel_AndAnUnknownOneIsAnErrorThatNamesTheKnown()
    {
        await Write("    train: []");
        string data = folder["artifacts/datasets/tiny"],
            label = Path.GetFileNameWithoutExtension(Directory.GetFiles(Path.Combine(data, "spike_data/cockatoo"), "*.dat")[0]);
        string picture = $"{data}/blur_data/cockatoo/{label}.png";
        string[] deblur = ["deblur", "--blur", picture, "--spikes", $"{data}/spike_data/cockatoo/{label}.dat", "--margin", "3", "--scale", "1",
            "--count", "1", "--output", folder["out"], "--assembly", Assembly];
        CommandLineRun run = await CommandLineRun.Of([.. deblur, "--method", "{ darker: { factor: 0.25 } }"]);
        Assert.Equal(("", 0), (run.Error, run.ExitCode));
        byte[] before = new byte[64 * 64 * 3], after = new byte[before.Length];
        PictureFile.Read(picture, before, 64, 64);
        PictureFile.Read(Directory.GetFiles(folder["out"])[0], after, 64, 64);
        Assert.All(before.Zip(after), pair => Assert.InRange(pair.Second - pair.First / 4.0, -0.51, 0.51));
        Assert.Contains("darker, ldn", (await CommandLineRun.Of([.. deblur, "--method", "lnd"])).Error, StringComparison.Ordinal);
        Assert.Contains("error SPIKE516: ", (await CommandLineRun.Of([.. deblur, "--method", "teacher"])).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Network_RunsOnArrays_AndAnUnknownOneIsAnErrorThatNamesTheKnown()
    {
        using (FileStream file = File.Create(folder["in.npz"]))
            Npz.Write(file, [KeyValuePair.Create("x", NdArray.Of<float>([1, 2, 3, 4], 1, 1, 2, 2))]);
        using (FileStream file = File.Create(folder["w.npz"])) Npz.Write(file, [KeyValuePair.Create("factor", NdArray.Of<float>([10], 1))]);
        CommandLineRun run = await CommandLineRun.Of(
            "infer", "times", "--add", "5", "--weights", folder["w.npz"], "--input", folder["in.npz"], "--output", folder["out.npz"], "--assembly", Assembly);
        Assert.Equal(("", 0), (run.Error, run.ExitCode));
        using (Npz output = Npz.Open(folder["out.npz"])) Assert.Equal([15, 25, 35, 45], output.Read("y").As<float>().ToArray());
        Assert.Contains("bsn, edsr, ifnet, ifnet-m, ldn, xvfi", (await CommandLineRun.Of("infer", "times")).Error, StringComparison.Ordinal);
        Assert.Contains("error SPIKE", (await CommandLineRun.Of("infer", "bsn", "--weights", folder["w.npz"], "--input", folder["in.npz"],
            "--output", folder["out.npz"], "--assembly", folder["absent.dll"])).Error, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    async Task Write(string model)
    {
        await File.WriteAllTextAsync(folder["datasets.yaml"], Recipes() + model + "\n");
        await File.WriteAllTextAsync(folder["data.yaml"], Recipes()[..Recipes().IndexOf("models:", StringComparison.Ordinal)]);
        Assert.Equal(0, (await CommandLineRun.Of("build", "--recipes", folder["data.yaml"], "--output", folder["artifacts/datasets"])).ExitCode);
    }

    string Recipes() => Data.Replace("CLIP", clip.Replace('\\', '/'), StringComparison.Ordinal);

    async Task<JsonNode> Report(params string[] options)
    {
        CommandLineRun run = await Run(["evaluate", "--format", "json", .. options]);
        Assert.Equal(("", 0), (run.Error, run.ExitCode));
        return JsonNode.Parse(run.Output)!;
    }

    Task<CommandLineRun> Run(params string[] args) => CommandLineRun.Of([.. args, "--recipes", folder["datasets.yaml"]]);

    static IEnumerable<string> Names(JsonNode report) => report["rows"]!.AsArray().Select(row => row!["name"]!.GetValue<string>());

    static double Brightness(JsonNode report, string name) =>
        report["rows"]!.AsArray().First(row => row!["name"]!.GetValue<string>() == name)!["metrics"]![0]!["value"]!.GetValue<double>();

    double FirstLoss() => File.ReadLines(folder["artifacts/models/mine/metrics.jsonl"]).Select(line => JsonNode.Parse(line)!)
        .First(line => line["course"]!.GetValue<string>() == "ldn")["loss"]!.GetValue<double>();
}
