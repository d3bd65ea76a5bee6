using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using SpikeData.Calibration;
using SpikeData.Imaging;

namespace SpikeData.Cli;

/// <summary><c>spikedata synchronise</c>: which ticks belong to which picture, from what both cameras saw change.</summary>
static class SynchroniseCommand
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    internal static Command Create()
    {
        Option<string> pictures = new("--pictures") { Description = "The pictures of one recording: a folder, or a pattern.", HelpName = "DIR", Required = true };
        Option<string> spikes = new("--spikes") { Description = "The spikes of the same time.", HelpName = "FILE", Required = true };
        ResultOptions results = new("The clock file to write.");
        ClockOptions clock = new();
        SceneOptions scene = new();
        SpikeFileOptions file = new();
        Command command = new("synchronise", "Finds out which ticks of a spike camera belong to which picture, from what both saw change: brightness, a flashing light, or motion.")
        {
            pictures, spikes,
        };
        results.AddTo(command);
        clock.AddTo(command);
        scene.AddTo(command);
        file.AddTo(command);
        command.SetAction(line =>
        {
            results.Require(line);
            Synchronisation synchronisation = clock.Of(line, scene.Grid(line));
            IReadOnlyList<string> files = PictureSearch.Pictures(line.GetValue(pictures)!);
            using SpikeRecording recording = file.Open(line, line.GetValue(spikes)!, synchronisation.Grid?.Rig);
            (ClockEstimate estimate, SharedSignal signal) = synchronisation.Find(files, recording);
            results.Write(
                line, target => DraftFile.Write(target, ClockFile.Write(estimate)), () => ClockPage.Write(estimate, signal),
                () => JsonSerializer.Serialize(estimate, Json), () => Summary(estimate, synchronisation.Search.TicksPerPicture));
            return ExitCode.Success;
        });
        return command;
    }

    static string Summary(ClockEstimate estimate, double nominal)
    {
        string text = string.Create(CultureInfo.InvariantCulture,
            $"picture 0 at tick {estimate.Clock.FirstMiddle:F2}{Error(estimate.ErrorTicks)}, {estimate.Clock.TicksPerPicture:F4} ticks a picture (drift {(estimate.Clock.TicksPerPicture / nominal - 1) * 1e6:F0} ppm), exposure {estimate.Clock.ExposureTicks:F2} ticks\ncorrelation {estimate.Correlation:F4}, confidence {estimate.Confidence:F2}");
        if (estimate is { PictureRegion: { } seen, SpikeRegion: { } fired }) text += $"\nfrom {seen} of the pictures and {fired} of the spike frames";
        if (estimate.Blur is { } blur)
        {
            text += string.Create(CultureInfo.InvariantCulture, $"\nexposure by the blur of {blur.Pictures} pictures ");
            text += blur.Doubt is { } doubt
                ? $"unknown: {doubt}, so the one above comes from the signal"
                : string.Create(CultureInfo.InvariantCulture, $"{blur.ExposureTicks:F2}{Error(blur.ErrorTicks)} ticks, correlation {blur.Correlation:F4}");
        }

        return text;
    }

    static string Error(double ticks) => double.IsNaN(ticks) ? "" : string.Create(CultureInfo.InvariantCulture, $" +- {ticks:F2}");
}
