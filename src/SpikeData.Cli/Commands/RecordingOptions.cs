using System.CommandLine;
using System.Globalization;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Cli;

/// <summary>A spike recording on the command line: the file, and what it does not say about itself.</summary>
sealed class RecordingOptions(string description = "The recording: .dat, .npy, .npz or HDF5.")
{
    readonly Argument<string> file = new("file") { Description = description };
    readonly Option<FrameSize?> size = new("--size")
    {
        Description = "The size of the sensor, for a .dat file with no .dat.yaml, config.yaml or manifest.json that says it.",
        HelpName = "400x250",
        CustomParser = result => CommandWords.Parse<FrameSize>(result, FrameSize.Parse),
    };

    readonly Option<RowOrder?> rows = new("--row-order", "--rows")
    {
        Description = "Which row of a frame comes first in the file: bottom-up, as in .dat files, or top-down, as in arrays.",
        HelpName = "ORDER",
        CustomParser = result => CommandWords.Parse<RowOrder>(result, Order),
    };

    readonly Option<string> header = new("--header-columns") { Description = "Columns stored among the pixels that are none, counted from 0, such as 400..415 or 500..511,1012..1023.", HelpName = "COLUMNS" };
    readonly Option<string> array = new("--array") { Description = "The name of the array of spikes, in a file that holds several.", HelpName = "NAME" };
    readonly Option<double?> rate = new("--ticks-per-second")
    {
        Description = "How many times a second the sensor was read out.",
        HelpName = "NUMBER",
        CustomParser = result => CommandWords.Parse<double>(result, Rate),
    };

    internal void AddTo(Command command)
    {
        command.Add(file);
        foreach (Option option in new Option[] { size, rows, header, array, rate }) command.Add(option);
    }

    /// <summary>The file or folder.</summary>
    internal string File(ParseResult line) => line.GetRequiredValue(file);

    /// <summary>What the command line states.</summary>
    internal RecordingFacts Facts(ParseResult line)
    {
        FrameSize? stated = line.GetValue(size);
        return new()
        {
            Width = stated?.Width,
            Height = stated?.Height,
            Rows = line.GetValue(rows),
            HeaderColumns = line.GetValue(header) is { } columns ? HeaderColumns.Parse(columns) : null,
            Array = line.GetValue(array),
            TicksPerSecond = line.GetValue(rate),
        };
    }

    /// <summary>Opens the recording, and says what a person should know before trusting it.</summary>
    internal SpikeRecording Open(ParseResult line)
    {
        SpikeRecording recording = SpikeRecording.Open(File(line), Facts(line));
        if (recording.Warning is { } warning) line.InvocationConfiguration.Error.WriteLine($"{recording.Path}: warning: {warning}");
        return recording;
    }

    static double Rate(string word) =>
        double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double rate) && rate > 0 && double.IsFinite(rate)
            ? rate : throw new FormatException($"'{word}' is no rate; write a number above 0.");

    internal static RowOrder Order(string word) =>
        RowOrders.TryParse(word, out RowOrder order) ? order : throw new FormatException($"'{word}' is no order of rows; write bottom-up or top-down.");
}
