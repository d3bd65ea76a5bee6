using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using SpikeData.Calibration;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Cli;

/// <summary><c>spikedata synchronise</c>: which ticks belong to which picture, from the brightness that both cameras saw.</summary>
static class SynchroniseCommand
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    internal static Command Create()
    {
        Option<string> pictures = new("--pictures") { Description = "The pictures of one recording: a folder, or a pattern.", HelpName = "DIR", Required = true };
        Option<string> spikes = new("--spikes") { Description = "The spikes of the same time.", HelpName = "FILE", Required = true };
        Option<double> pictureRate = new("--picture-rate") { Description = "Pictures per second, by the camera's setting.", HelpName = "HZ", Required = true };
        Option<double> tickRate = new("--tick-rate") { Description = "Ticks per second, by the camera's setting.", HelpName = "HZ", Required = true };
        Option<double?> exposure = new("--exposure") { Description = "How long the shutter is open, in ticks, when that is known; found out unless given.", HelpName = "TICKS" };
        Option<string> size = new("--size") { Description = "The size of spike frames, where nothing beside the recording says it.", HelpName = "400x250" };
        Option<string> pictureRegion = new("--picture-region") { Description = "The part of pictures to look at, such as where an LED flashes.", HelpName = "X,Y,W,H" };
        Option<string> spikeRegion = new("--spike-region") { Description = "The part of spike frames to look at.", HelpName = "X,Y,W,H" };
        Option<string> output = new("--output", "-o") { Description = "The clock file to write.", HelpName = "FILE.yaml" };
        Option<string> report = new("--report") { Description = "The page to write for judging the result.", HelpName = "FILE.html" };
        Option<bool> json = new("--json") { Description = "Prints what was found as JSON." };
        Command command = new("synchronise", "Finds out which ticks of a spike camera belong to which picture, from the brightness that both saw.")
        {
            pictures, spikes, pictureRate, tickRate, exposure, size, pictureRegion, spikeRegion, output, report, json,
        };
        command.SetAction(line =>
        {
            string folder = line.GetValue(pictures)!;
            using SpikeRecording recording = SpikeRecording.Open(line.GetValue(spikes)!, Facts(line.GetValue(size)));
            double[] bright = Brightness.Of(PictureSearch.Find(folder, "left").Select(GrayPicture.Read), Part(line.GetValue(pictureRegion)));
            double[] ticks = Brightness.Of(recording, Part(line.GetValue(spikeRegion)));
            ClockSearch search = new(line.GetValue(tickRate) / line.GetValue(pictureRate), line.GetValue(exposure), EstimateExposure: line.GetValue(exposure) is null);
            ClockEstimate estimate = search.Find(bright, ticks, folder);
            if (line.GetValue(output) is { } file) DraftFile.Write(file, ClockFile.Write(estimate));
            if (line.GetValue(report) is { } page) DraftFile.Write(page, ClockPage.Write(estimate, bright, ticks));
            line.InvocationConfiguration.Output.WriteLine(line.GetValue(json) ? JsonSerializer.Serialize(estimate, Json) : Summary(estimate, search.TicksPerPicture));
            return ExitCode.Success;
        });
        return command;
    }

    static Region? Part(string? text) => text is null ? null : Region.Parse(text);

    static RecordingFacts? Facts(string? size) => size is null ? null : FrameSize.Parse(size) is var frame ? new() { Width = frame.Width, Height = frame.Height } : null;

    static string Summary(ClockEstimate estimate, double nominal) => string.Create(CultureInfo.InvariantCulture,
        $"picture 0 at tick {estimate.Clock.FirstMiddle:F2}, {estimate.Clock.TicksPerPicture:F4} ticks a picture (drift {(estimate.Clock.TicksPerPicture / nominal - 1) * 1e6:F0} ppm), exposure {estimate.Clock.ExposureTicks:F2} ticks\ncorrelation {estimate.Correlation:F4}, confidence {estimate.Confidence:F2}");
}
