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
        ResultOptions results = new("The calibration file to write.");
        BoardOptions board = new();
        results.Force.Description += " Also writes a rig whose cameras contradict each other.";
        Command command = new("calibrate", "Finds two cameras, their lenses and how they stand to each other from pictures of a board.") { left, right };
        results.AddTo(command);
        board.AddTo(command);
        command.SetAction(line =>
        {
            results.Require(line);
            RigCalibration calibration = PictureCalibration.Solve(board.Search(line), line.GetValue(left)!, line.GetValue(right)!);
            foreach ((string recording, string warning) in calibration.Warnings) line.InvocationConfiguration.Error.WriteLine($"{recording}: warning: {warning}");
            if (!line.GetValue(results.Force)) calibration.RequireAgreement();
            results.Write(
                line, file => DraftFile.Write(file, RigFile.Write(calibration)), () => CalibrationPage.Write(calibration),
                () => CalibrationJson.Write(calibration), () => CalibrationSummary.Write(calibration));
            return ExitCode.Success;
        });
        return command;
    }
}
