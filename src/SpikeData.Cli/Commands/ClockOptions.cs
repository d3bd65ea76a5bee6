using System.CommandLine;
using SpikeData.Calibration;

namespace SpikeData.Cli;

/// <summary>The options that say how two cameras' clocks are compared.</summary>
sealed class ClockOptions
{
    readonly Option<double> pictureRate = new("--picture-rate") { Description = "Pictures per second, by the camera's setting.", HelpName = "HZ", Required = true };
    readonly Option<double> tickRate = new("--tick-rate") { Description = "Ticks per second, by the camera's setting.", HelpName = "HZ", Required = true };
    readonly Option<double?> exposure = new("--exposure") { Description = "How long the shutter is open, in ticks, when that is known; found out unless given.", HelpName = "TICKS" };
    readonly Option<string> signal = new("--signal") { Description = "What both cameras saw change: brightness, of the scene or of given regions; flash, a light whose place is found; motion, how much moves.", DefaultValueFactory = _ => "brightness" };
    readonly Option<string> pictureRegion = new("--picture-region") { Description = "The part of pictures to look at, such as where an LED flashes.", HelpName = "X,Y,W,H" };
    readonly Option<string> spikeRegion = new("--spike-region") { Description = "The part of spike frames to look at.", HelpName = "X,Y,W,H" };

    internal ClockOptions()
    {
        signal.AcceptOnlyFromAmong("brightness", "flash", "motion");
        pictureRate.MustBePositive();
        tickRate.MustBePositive();
        exposure.MustBePositive();
    }

    internal void AddTo(Command command)
    {
        foreach (Option option in new Option[] { pictureRate, tickRate, exposure, signal, pictureRegion, spikeRegion }) command.Add(option);
    }

    internal Synchronisation Of(ParseResult line, SpikeGrid? grid)
    {
        double? stated = line.GetValue(exposure);
        return new(
            new(line.GetValue(tickRate) / line.GetValue(pictureRate), stated, EstimateExposure: stated is null),
            line.GetValue(signal) switch { "flash" => SignalKind.Flash, "motion" => SignalKind.Motion, _ => SignalKind.Brightness })
        {
            PictureRegion = Part(line.GetValue(pictureRegion)),
            SpikeRegion = Part(line.GetValue(spikeRegion)),
            Grid = grid,
        };
    }

    static Region? Part(string? text) => text is null ? null : Region.Parse(text);
}
