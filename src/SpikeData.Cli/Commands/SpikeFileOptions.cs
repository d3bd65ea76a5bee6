using System.CommandLine;
using SpikeData.Calibration;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Cli;

/// <summary>What a file of spikes does not say about itself.</summary>
sealed class SpikeFileOptions
{
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

    readonly Option<BitOrder?> bits = new("--bit-order")
    {
        Description = "Which bit of a byte of a .dat file is its first pixel: lsb, as cameras have it, or msb, as numpy packs unless told otherwise; or numpy's words little and big.",
        HelpName = "ORDER",
        CustomParser = result => CommandWords.Parse<BitOrder>(result, Bits),
    };

    readonly Option<ArrayAxes?> axes = new("--axes")
    {
        Description = "The order of the axes of an array: thw for [ticks, height, width], which is taken unless the spikes speak against it, hwt, wht and so on.",
        HelpName = "AXES",
        CustomParser = result => CommandWords.Parse<ArrayAxes>(result, Axes),
    };

    /// <summary>What the command line may state about the file.</summary>
    internal IReadOnlyList<Option> Options => [size, rows, header, bits, axes];

    /// <summary>What it may state about a single file, and not about all recordings of a data set.</summary>
    internal IReadOnlyList<Option> OptionsOfFiles => [rows, header, bits, axes];

    internal void AddTo(Command command)
    {
        foreach (Option option in Options) command.Add(option);
    }

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
            Bits = line.GetValue(bits),
            Axes = line.GetValue(axes),
        };
    }

    /// <summary>Opens a recording, of a calibrated rig where one is given, and says what a person should know before trusting it.</summary>
    internal SpikeRecording Open(ParseResult line, string file, Rig? rig = null) =>
        Warn(line, rig is null ? SpikeRecording.Open(file, Facts(line)) : RigSpikes.Open(file, rig, Facts(line)));

    /// <summary>Says what a person should know before trusting a recording.</summary>
    internal static SpikeRecording Warn(ParseResult line, SpikeRecording recording)
    {
        if (recording.Warning is { } warning) line.InvocationConfiguration.Error.WriteLine($"{recording.Path}: warning: {warning}");
        return recording;
    }

    static BitOrder Bits(string word) =>
        BitOrders.TryParse(word, out BitOrder order) ? order : throw new FormatException($"'{word}' is no order of bits; write lsb or msb, or numpy's little or big.");

    static ArrayAxes Axes(string word) =>
        ArrayAxesWords.TryParse(word, out ArrayAxes order) ? order : throw new FormatException($"'{word}' is no order of axes; write the letters t, h and w once each, such as hwt.");

    internal static RowOrder Order(string word) =>
        RowOrders.TryParse(word, out RowOrder order) ? order : throw new FormatException($"'{word}' is no order of rows; write bottom-up or top-down.");
}
