using System.CommandLine;
using System.Globalization;
using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Cli;

/// <summary><c>spikedata reconstruct FILE</c>: pictures from a spike recording.</summary>
static class ReconstructCommand
{
    internal static Command Create()
    {
        RecordingOptions recordings = new();
        Option<string> output = new("--output", "-o")
        {
            Description = "What to write, by its ending: .png (one moment), .gif, .mp4, .avi, .mkv, .npz; without one, a folder of PNG files.",
            HelpName = "FILE",
            Required = true,
        };
        Option<FrameRange?> ticks = new("--ticks")
        {
            Description = "The moments, counted from 0: 100, 20..180 or 20.. to the end. All of them unless given; the one in the middle for a .png.",
            HelpName = "RANGE",
            CustomParser = result => CommandWords.Parse<FrameRange>(result, Range),
        };
        Option<int> every = new("--every") { Description = "A picture of each n-th tick only.", HelpName = "N", DefaultValueFactory = _ => 1 };
        Option<double> rate = new("--pictures-per-second")
        {
            Description = "How fast an animation is shown.",
            HelpName = "N",
            DefaultValueFactory = _ => 20,
        };
        every.Validators.Add(result => Check(result.GetValueOrDefault<int>() >= 1, "--every takes a whole number of at least 1.", result.AddError));
        rate.Validators.Add(result => Check(
            result.GetValueOrDefault<double>() is >= 0.1 and <= 1000, "--pictures-per-second takes a number from 0.1 to 1000.", result.AddError));
        DeviceOption device = new();
        StageCatalog catalog = StageCatalog.Shipped;
        StageOptions method = new StageOptions(catalog.Schemas.Stage("reconstruct")!, catalog, "frames").Preset("method", "tfp");
        ForceOption force = new();
        Command command = new("reconstruct", "Makes gray pictures from a spike recording.") { output, ticks, every, rate, device, force };
        recordings.AddTo(command);
        method.AddTo(command);
        command.SetAction((line, cancellation) =>
        {
            if (method.Bind(line) is not Reconstruct stage) return Task.FromResult(ExitCode.Misuse);
            force.RequirePictures(line, line.GetRequiredValue(output), recordings.File(line));
            using SpikeRecording recording = recordings.Open(line);
            using Device used = device.Open(line);
            using Reconstructor reconstructor = stage.Method.Begin(used, recording);
            PictureOutput pictures = new(line.GetRequiredValue(output), recording.Layout.Height, recording.Layout.Width, line.GetValue(rate));
            Moments moments = Moments.Of(line.GetValue(ticks), line.GetValue(every), recording, pictures.IsOne);
            TextWriter words = line.InvocationConfiguration.Output;
            string number = WorkBar.Show(words, pictures.Path, moments.Count, bar =>
            {
                pictures.Write(moments, tick =>
                {
                    bar.Advance(1);
                    return reconstructor.At(tick);
                });
                return Counted.Of(moments.Count, "picture");
            }, cancellation);
            words.WriteLine($"{pictures.Path}: {number} of {recording.Layout.Width}x{recording.Layout.Height}");
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }

    static FrameRange Range(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int only) ? new(only, only) : FrameRange.Parse(word);

    static void Check(bool right, string message, Action<string> report)
    {
        if (!right) report(message);
    }
}
