using System.CommandLine;
using SpikeData.Calibration;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Cli;

/// <summary>What a file of spikes does not say about itself, for commands that take spikes beside other things.</summary>
sealed class SpikeFileOptions
{
    readonly Option<FrameSize?> size = new("--size")
    {
        Description = "The size of spike frames, where nothing beside the recordings says it.",
        HelpName = "400x250",
        CustomParser = result => CommandWords.Parse<FrameSize>(result, FrameSize.Parse),
    };

    readonly Option<RowOrder?> rows = new("--rows", "--row-order")
    {
        Description = "Which row comes first in spike recordings: bottom-up or top-down.",
        HelpName = "ORDER",
        CustomParser = result => CommandWords.Parse<RowOrder>(result, RecordingOptions.Order),
    };

    readonly Option<string> header = new("--header-columns") { Description = "Columns stored among the pixels that are none, counted from 0, such as 400..415.", HelpName = "COLUMNS" };

    internal void AddTo(Command command)
    {
        foreach (Option option in new Option[] { size, rows, header }) command.Add(option);
    }

    internal RecordingFacts Facts(ParseResult line)
    {
        FrameSize? stated = line.GetValue(size);
        return new()
        {
            Width = stated?.Width,
            Height = stated?.Height,
            Rows = line.GetValue(rows),
            HeaderColumns = line.GetValue(header) is { } columns ? HeaderColumns.Parse(columns) : null,
        };
    }

    /// <summary>Opens a recording, of a calibrated rig where one is given, and says what a person should know before trusting it.</summary>
    internal SpikeRecording Open(ParseResult line, string file, Rig? rig = null)
    {
        SpikeRecording recording = rig is null ? SpikeRecording.Open(file, Facts(line)) : RigSpikes.Open(file, rig, Facts(line));
        if (recording.Warning is { } warning) line.InvocationConfiguration.Error.WriteLine($"{recording.Path}: warning: {warning}");
        return recording;
    }
}
