using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace SpikeData.Pipelines.Tests;

/// <summary>The program that a project of recipes becomes: its arguments, what it prints and what it returns.</summary>
public sealed class DatasetProgramTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly StringWriter output = new(), complaints = new();

    [Fact]
    public void EachDataSet_GetsOneLine()
    {
        Assert.Equal(0, Run("build"));

        string[] lines = output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.Matches(@"^birds: 3 samples built in \d+\.\d s, in .*birds$", lines[0]);
        Assert.Equal("later: skipped: there is nothing at later/{clip}/*.png yet, which the recipe allows", lines[1]);
    }

    /// <summary>As MSBuild that was killed: the child is not told, and looks itself.</summary>
    [Fact]
    public void ProgramWhoseParentEnded_EndsToo()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no sleep to start.");
        using Process parent = Process.Start("sleep", "60");
        using ManualResetEventSlim ended = new();
        using (new ParentWatch(parent.Id, ended.Set))
        {
            Assert.False(ended.Wait(TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken));
            parent.Kill();
            Assert.True(ended.Wait(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
        }

        parent.WaitForExit();
        using Process middle = Process.Start(new ProcessStartInfo("bash", ["-c", "bash -c 'echo $$; sleep 60; :'; :"]) { RedirectStandardOutput = true })!;
        int node = int.Parse(middle.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);
        Assert.Equal([node, middle.Id], Processes.WithParents(node, "bash").Take(2));
        Assert.Equal([node], Processes.WithParents(node, "MSBuild"));
        middle.Kill(entireProcessTree: true);

        var pipeline = new TestPipeline("slow", new SyntheticSource(int.MaxValue) { Folder = folder, Brightness = _ => 9 }, new Expose(5, 0), new SynthesizeBlur(), new Write());
        string[] arguments = ["build", "--parent", parent.Id.ToString(CultureInfo.InvariantCulture), "--recipes", folder["datasets.yaml"]];
        Assert.Equal(130, DatasetProgram.Run(arguments, [pipeline], output, complaints));
    }

    [Fact]
    public void NamedDataSet_IsBuiltAlone()
    {
        Assert.Equal(0, Run("build", "later"));

        Assert.StartsWith("later: skipped", output.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["artifacts/datasets"]));
    }

    [Fact]
    public void Folders_AreWhereTheArgumentsSay()
    {
        Run("build", "birds", "--output", folder["out"], "--store", folder["kept"], "--jobs", "1");

        Assert.True(File.Exists(folder["out/birds/manifest.json"]));
        Assert.True(Directory.Exists(folder["kept"]));
        Assert.False(Directory.Exists(folder["artifacts"]));
    }

    [Fact]
    public void Results_TellTheBuildIntegrationWhatBecameOfEachDataSet()
    {
        Run("build", "--results", folder["obj/results.json"]);
        Run("build", "--results", folder["obj/results.json"]);

        JsonArray results = JsonNode.Parse(File.ReadAllText(folder["obj/results.json"]))!["datasets"]!.AsArray();
        Assert.Equal(["up-to-date", "skipped"], results.Select(result => result!["state"]!.GetValue<string>()));
        Assert.Equal(3, results[0]!["samples"]!.GetValue<int>());
        Assert.Equal(folder["artifacts/datasets/birds"], results[0]!["folder"]!.GetValue<string>());
        Assert.Equal(folder["artifacts/datasets/birds/manifest.json"], results[0]!["manifest"]!.GetValue<string>());
        Assert.Equal(["later/{clip}/*.png"], results[1]!["sources"]!.AsArray().Select(source => source!.GetValue<string>()));
    }

    [Fact]
    public void Failure_IsPrintedInTheFormOfBuildTools_AndNothingIsLeft()
    {
        Assert.Equal(1, Run("build", "birds", "--store", Impossible()));

        Assert.Matches(@"^datasets\.yaml\(2,3\): error SPIKE407: ", output.ToString());
        Assert.Contains("birds: failed", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The first argument is 'build' or 'train'.", "bulid")]
    [InlineData("There is no data set 'bird'; there are birds, later.", "build", "bird")]
    [InlineData("'--jobs' needs a value.", "build", "--jobs")]
    [InlineData("'--jobs 0' is not a number of clips from 1 on.", "build", "--jobs", "0")]
    [InlineData("'--colour' is not an option.", "build", "--colour", "red")]
    public void ArgumentsThatMakeNoSense_AreNamed(string complaint, params string[] args)
    {
        Assert.Equal(2, DatasetProgram.Run(args, Pipelines(), output, complaints));

        Assert.StartsWith(complaint, complaints.ToString(), StringComparison.Ordinal);
        Assert.Contains("Usage: build", complaints.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Model_HasItsDataBuiltFirst_AndTheBuildThatRunsItIsTold()
    {
        Assert.Equal(0, Train("--progress", "lines"));

        string[] lines = output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Matches(@"^birds: 3 samples built in ", lines[0]);
        Assert.Equal(
        [
            "mine: 3 samples", "@spikedata building mine: 3 samples",
            "net: step 1 of 4  loss 0.5  2.0 samples/s  01:35 left", "@spikedata building mine: net, step 1 of 4, 25 %, 2 min left",
            $"@spikedata built mine: {folder["artifacts/models/mine"]}{Path.DirectorySeparatorChar}",
        ], lines[1..]);
    }

    [Fact]
    public void Model_LearnsFromDataAsTheyLieThere_WhereThatIsAskedFor()
    {
        Assert.Equal(0, Train("--no-build"));
        Assert.StartsWith("mine: 0 samples", output.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["artifacts/datasets"]));
    }

    [Fact]
    public void Model_IsNotTrained_WhereItsDataCannotBeBuilt()
    {
        Assert.Equal(1, Train("--store", Impossible()));
        Assert.DoesNotContain("mine: ", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void UnknownDevice_IsAnError()
    {
        Assert.Equal(1, Run("build", "--device", "abacus"));

        Assert.Contains("error SPIKE3", output.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    int Run(params string[] args) => DatasetProgram.Run([.. args, "--recipes", folder["datasets.yaml"]], Pipelines(), output, complaints);

    int Train(params string[] args) =>
        DatasetProgram.Run(["train", "mine", .. args, "--recipes", folder["datasets.yaml"]], Pipelines(), output, complaints, [new("mine", new Learner(Pipelines()[0]))]);

    /// <summary>Says how many samples it was given, and takes one step.</summary>
    sealed class Learner(Pipeline pipeline) : IModel
    {
        public IReadOnlyList<Dataset> Datasets => [new(pipeline)];

        public void Train(ModelWork work)
        {
            work.Say($"{work.Name}: {Manifest.Find(Path.Combine(work.Workspace.OutputDirectory, pipeline.Name))?.Samples ?? 0} samples");
            work.Progress!.Report(new("net", 1, 4, 0.5, null, 0.1, 2, TimeSpan.FromSeconds(95)));
        }
    }

    string Impossible()
    {
        folder.Write("kept");
        return folder["kept"];
    }

    IReadOnlyList<Pipeline> Pipelines() =>
    [
        new TestPipeline(
            "birds", new SyntheticSource(16) { Folder = folder, Brightness = _ => 9 }, new Expose(5, 0), new SynthesizeBlur(), new Write()),
        new TestPipeline(
            "later", new Decode(SourcePattern.Parse("later/{clip}/*.png"), Optional: true), new Expose(5, 0), new SynthesizeBlur(), new Write()),
    ];
}
