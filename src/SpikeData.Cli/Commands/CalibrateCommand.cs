using System.CommandLine;
using SpikeData.Calibration;

namespace SpikeData.Cli;

/// <summary><c>spikedata calibrate</c>: two cameras from pictures of a board that both took.</summary>
static class CalibrateCommand
{
    internal static Command Create()
    {
        Option<string> left = new("--left") { Description = "Pictures of the left camera: a folder, or a pattern such as photos/left*.png.", HelpName = "DIR", Required = true };
        Option<string> right = new("--right") { Description = "Pictures of the right camera; pictures of one time have the same number in their names.", HelpName = "DIR", Required = true };
        Option<string> output = new("--output", "-o") { Description = "The calibration file to write.", HelpName = "FILE.yaml" };
        Option<bool> json = new("--json") { Description = "Prints everything that was found as JSON instead of a summary." };
        BoardOptions board = new();
        Command command = new("calibrate", "Finds two cameras, their lenses and how they stand to each other from pictures of a board.") { left, right, output, json };
        board.AddTo(command);
        command.SetAction(line =>
        {
            RigCalibration calibration = PictureCalibration.Solve(board.Board(line), line.GetValue(left)!, line.GetValue(right)!, board.Window(line), board.Without(line));
            if (line.GetValue(output) is { } file) WholeFile.Write(file, RigFile.Write(calibration));
            line.InvocationConfiguration.Output.Write(line.GetValue(json) ? CalibrationJson.Write(calibration) : CalibrationSummary.Write(calibration));
            return ExitCode.Success;
        });
        return command;
    }
}
