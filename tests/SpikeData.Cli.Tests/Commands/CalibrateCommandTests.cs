using System.Text.Json.Nodes;
using SpikeData.Calibration;
using SpikeData.Imaging;

namespace SpikeData.Cli.Tests;

public sealed class CalibrateCommandTests : IDisposable
{
    static readonly string Photos = Golden.Path("calib-opencv-stereo");
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task PhotosOfTwoCameras_BecomeJsonAndACalibrationFile()
    {
        CommandLineRun run = await CommandLineRun.Of("calibrate", "--left", Photos, "--right", Photos, "--board", "9x6", "--square", "1", "--json", "--output", folder["rig.yaml"]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        JsonNode found = JsonNode.Parse(run.Output)!;
        Assert.Equal(0.4087, found["left"]!["rms"]!.GetValue<double>(), 4);
        Assert.Equal(0.4586, found["right"]!["rms"]!.GetValue<double>(), 4);
        Assert.Equal(0.4478, found["stereo"]!["rms"]!.GetValue<double>(), 4);
        Assert.Equal("02", found["badPairs"]!.AsArray().Single()!.GetValue<string>());
        Assert.Equal(3.3449, RigFile.Read(folder["rig.yaml"]).Baseline, 3);
    }

    [Fact]
    public async Task BoardThatIsInNoPhoto_IsAnErrorAndWritesNothing()
    {
        File.Copy(Path.Combine(Photos, "left01.jpg"), folder["left01.jpg"]);
        File.Copy(Path.Combine(Photos, "right01.jpg"), folder["right01.jpg"]);
        CommandLineRun run = await CommandLineRun.Of("calibrate", "--left", folder[""], "--right", folder[""], "--board", "5x5", "--output", folder["rig.yaml"]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("left01.jpg: error SPIKE602", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["rig.yaml"]));
    }

    [Fact]
    public async Task PairsOfDifferentMoments_WriteNoRig_UnlessForced()
    {
        string[] numbers = ["01", "03", "04", "05", "06"];
        for (int i = 0; i < numbers.Length; i++)
        {
            File.Copy(Path.Combine(Photos, $"left{numbers[i]}.jpg"), folder[$"left{numbers[i]}.jpg"]);
            File.Copy(Path.Combine(Photos, $"right{numbers[(i + 1) % numbers.Length]}.jpg"), folder[$"right{numbers[i]}.jpg"]);
        }

        string[] command = ["calibrate", "--left", folder[""], "--right", folder[""], "--board", "9x6", "--square", "1", "--output", folder["rig.yaml"]];
        CommandLineRun refused = await CommandLineRun.Of(command);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("error SPIKE622: The cameras do not agree", refused.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["rig.yaml"]));
        Assert.Equal(0, (await CommandLineRun.Of([.. command, "--force"])).ExitCode);
        Assert.True(File.Exists(folder["rig.yaml"]));
    }

    [Theory]
    [InlineData("absent/rig.yaml", "There is no folder")]
    [InlineData("", "It is a folder")]
    public async Task ResultThatCouldNotBeWritten_IsRefusedBeforeTheWorkBegins(string output, string reason)
    {
        CommandLineRun run = await CommandLineRun.Of("calibrate", "--left", Photos, "--right", Photos, "--board", "9x6", "--report", folder["report.html"], "--output", folder[output]);
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"{folder[output]}: error SPIKE122: {reason}", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder[""]));
    }
}
