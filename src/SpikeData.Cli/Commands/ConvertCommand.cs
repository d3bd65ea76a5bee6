using System.CommandLine;
using System.Globalization;
using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Cli;

/// <summary><c>spikedata convert IN OUT</c>: writes a recording in another format.</summary>
static class ConvertCommand
{
    internal static Command Create()
    {
        RecordingOptions recording = new(
            "The recording: .dat, .npy, .npz or HDF5. Or the folder of a data set, which becomes WebDataset shards, or of such shards, which become the data set's files again.");
        Argument<string> output = new("out") { Description = "What to write; its name says the format: .dat, .npy, .npz, .h5. Or a folder." };
        Option<FrameRange?> ticks = new("--ticks")
        {
            Description = "Only these ticks, counted from 0, the last one included.",
            HelpName = "FIRST..LAST",
            CustomParser = result => CommandWords.Parse<FrameRange>(result, FrameRange.Parse),
        };
        Option<RowOrder?> rows = new("--write-row-order")
        {
            Description = "Which row a .dat file begins its frames with; bottom-up unless given.",
            HelpName = "ORDER",
            CustomParser = result => CommandWords.Parse<RowOrder>(result, RecordingOptions.Order),
        };
        Option<int> perShard = new("--samples-per-shard") { Description = "How many samples of a data set go into one WebDataset shard.", DefaultValueFactory = _ => 256 };
        perShard.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1) result.AddError("--samples-per-shard takes a whole number of at least 1.");
        });
        Command command = new("convert", "Writes a recording in another format, block by block, so that it may be larger than memory.");
        recording.AddTo(command);
        foreach (Option option in new Option[] { ticks, rows, perShard }) command.Add(option);
        command.Add(output);
        command.SetAction(line =>
        {
            string input = recording.File(line), target = line.GetRequiredValue(output);
            RefuseSame(input, target);
            line.InvocationConfiguration.Output.WriteLine(Directory.Exists(input)
                ? ConvertFolder(input, target, line.GetValue(perShard))
                : Convert(recording.Open(line), target, line.GetValue(ticks) ?? FrameRange.All, line.GetValue(rows) ?? RowOrder.BottomUp));
            return ExitCode.Success;
        });
        return command;
    }

    static string Convert(SpikeRecording source, string output, FrameRange range, RowOrder rows)
    {
        using SpikeRecording recording = source;
        long first = range.First, last = Math.Min(range.Last ?? long.MaxValue, recording.Ticks - 1);
        if (first > last || range.Last >= recording.Ticks)
            throw new SpikeDataException("SPIKE473", $"Ticks {range} are wanted; the file holds {recording.Ticks}, counted from 0.") { File = recording.Path };
        using SpikeRecordingWriter writer = SpikeRecordingWriter.Create(output, recording.Facts with { Rows = rows, Ticks = last - first + 1, Array = null });
        foreach (SpikeStream block in recording.Blocks(first: first, count: last - first + 1)) writer.Write(block);
        writer.Complete();
        return string.Create(CultureInfo.InvariantCulture, $"{output}: {writer.Ticks} ticks of {writer.Layout.Width}x{writer.Layout.Height}");
    }

    static string ConvertFolder(string input, string output, int samplesPerShard) =>
        ShardReader.Holds(input)
            ? $"{output}: {ShardReader.Unpack(input, output)} samples"
            : $"{output}: {new ShardWriter(input, samplesPerShard).Write(output)} shards and {ShardWriter.IndexName}";

    /// <summary>Refuses to write a recording over itself while it is read.</summary>
    internal static void RefuseSame(string input, string output)
    {
        if (Path.GetFullPath(input) == Path.GetFullPath(output))
            throw new SpikeDataException("SPIKE459", "A recording cannot be written over itself while it is read. Give the result another name.") { File = output };
    }
}
