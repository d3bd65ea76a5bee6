using System.CommandLine;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Cli;

/// <summary>A spike recording on the command line: the file, and what it does not say about itself.</summary>
sealed class RecordingOptions
{
    readonly Argument<string> file = new("file") { Description = "The recording: .dat, .npy, .npz or HDF5." };
    readonly Option<FrameSize?> size = new("--size")
    {
        Description = "The size of the sensor, for a .dat file with no .dat.yaml or config.yaml that says it.",
        HelpName = "400x250",
        CustomParser = result => CommandWords.Parse<FrameSize>(result, FrameSize.Parse),
    };

    readonly Option<RowOrder?> rows = new("--rows")
    {
        Description = "Which row of a frame comes first in the file: bottom-up or top-down.",
        HelpName = "ORDER",
        CustomParser = result => CommandWords.Parse<RowOrder>(result, Order),
    };

    readonly Option<string> array = new("--array") { Description = "The name of the array of spikes, in a file that holds several.", HelpName = "NAME" };

    internal void AddTo(Command command)
    {
        command.Add(file);
        foreach (Option option in new Option[] { size, rows, array }) command.Add(option);
    }

    /// <summary>Opens the recording, and says what a person should know before trusting it.</summary>
    internal SpikeRecording Open(ParseResult line)
    {
        FrameSize? stated = line.GetValue(size);
        RecordingFacts facts = new() { Width = stated?.Width, Height = stated?.Height, Rows = line.GetValue(rows), Array = line.GetValue(array) };
        SpikeRecording recording = SpikeRecording.Open(line.GetRequiredValue(file), facts);
        if (recording.Warning is { } warning) line.InvocationConfiguration.Error.WriteLine($"{recording.Path}: warning: {warning}");
        return recording;
    }

    static RowOrder Order(string word) =>
        RowOrders.TryParse(word, out RowOrder order) ? order : throw new FormatException($"'{word}' is no order of rows; write bottom-up or top-down.");
}
