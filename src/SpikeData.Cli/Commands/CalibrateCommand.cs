using System.CommandLine;
using SpikeData.Calibration;
using SpikeData.Imaging;

namespace SpikeData.Cli;

/// <summary><c>spikedata calibrate</c>: two cameras from pictures of a board that both took.</summary>
static class CalibrateCommand
{
    internal static Command Create()
    {
        Option<string> left = new("--left") { Description = "Pictures or spike recordings of the left camera: a folder, or a pattern such as photos/left*.png.", HelpName = "DIR", Required = true };
        Option<string> right = new("--right") { Description = "Those of the right camera; files of one time have the same number in their names.", HelpName = "DIR", Required = true };
        Option<string> output = new("--output", "-o") { Description = "The calibration file to write.", HelpName = "FILE.yaml" };
        Option<string> report = new("--report") { Description = "The page to write for judging the result: marks found, errors, rectified pairs.", HelpName = "FILE.html" };
        Option<bool> json = new("--json") { Description = "Prints everything that was found as JSON instead of a summary." };
        BoardOptions board = new();
        Command command = new("calibrate", "Finds two cameras, their lenses and how they stand to each other from pictures of a board.") { left, right, output, report, json };
        board.AddTo(command);
        command.SetAction(line =>
        {
            RigCalibration calibration = PictureCalibration.Solve(board.Search(line), line.GetValue(left)!, line.GetValue(right)!);
            if (line.GetValue(output) is { } file) DraftFile.Write(file, RigFile.Write(calibration));
            if (line.GetValue(report) is { } page) DraftFile.Write(page, CalibrationPage.Write(calibration));
            line.InvocationConfiguration.Output.Write(line.GetValue(json) ? CalibrationJson.Write(calibration) : CalibrationSummary.Write(calibration));
            return ExitCode.Success;
        });
        return command;
    }
}
