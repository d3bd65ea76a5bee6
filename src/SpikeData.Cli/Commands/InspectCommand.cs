using System.CommandLine;

namespace SpikeData.Cli;

/// <summary><c>spikedata inspect FILE</c>: says what a file or folder is.</summary>
static class InspectCommand
{
    internal static Command Create()
    {
        RecordingOptions recording = new("A recording (.dat, .npy, .npz, HDF5), a picture, a video, or the folder of a data set.");
        Option<string> preview = new("--preview") { Description = "Draws the spikes of the middle ticks, counted per pixel, into this file.", HelpName = "FILE.png" };
        Option<string> picture = new("--picture") { Description = "A picture of the same scene, which tells the order of rows.", HelpName = "FILE" };
        ForceOption force = new();
        JsonOption json = new();
        Command command = new("inspect", "Says what a file is: format, size, ticks, rate, spikes, and what it may be where the file does not say.") { preview, picture, force, json };
        recording.AddTo(command);
        command.SetAction(line =>
        {
            if (line.GetValue(preview) is { } sheet) force.RequireFile(line, sheet, recording.File(line), line.GetValue(picture));
            string path = recording.File(line);
            InspectionReport report = new(Path.GetFullPath(path));
            TextWriter output = line.InvocationConfiguration.Output;
            Action<string, string> say = line.GetValue(json) ? report.Add : (what, text) => output.WriteLine($"{what,-10} {text}");
            Inspection inspection = new(say, report, recording.Facts(line), line.GetValue(preview), line.GetValue(picture));
            inspection.Of(path);
            json.Print(line, () => report.Fields);
            return ExitCode.Success;
        });
        return command;
    }
}
