using System.CommandLine;
using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Cli;

/// <summary><c>spikedata convert IN OUT</c>: writes a recording in another format, or a data set in another layout.</summary>
static class ConvertCommand
{
    internal static Command Create()
    {
        RecordingOptions recording = new(
            "The recording: .dat, .npy, .npz or HDF5. Or the folder of a data set, ours or of the S-SDM layout, which becomes WebDataset shards; or of such shards, which become the data set's files again.");
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
            CustomParser = result => CommandWords.Parse<RowOrder>(result, SpikeFileOptions.Order),
        };
        Option<FolderLayout?> layout = new("--layout")
        {
            Description = "What a recording becomes in a folder: spikecv is a .dat with SpikeCV's config.yaml, s-sdm the spike_data that the SpikeReveal code reads.",
            HelpName = "LAYOUT",
            CustomParser = result => CommandWords.Parse<FolderLayout>(result, FolderLayouts.Parse),
        };
        Option<int?> perSample = AtLeastOne<int?>("--ticks-per-sample", "With --layout s-sdm: cuts the recording into samples of so many ticks; one sample unless given.", null);
        Option<int> perShard = AtLeastOne("--samples-per-shard", "How many samples of a data set go into one WebDataset shard.", ShardWriter.UsualSamples);
        ForceOption force = new();
        Command command = new("convert", "Writes a recording in another format, block by block, so that it may be larger than memory.");
        recording.AddTo(command);
        foreach (Option option in new Option[] { ticks, rows, layout, perSample, perShard, force }) command.Add(option);
        command.Add(output);
        command.SetAction((line, cancellation) =>
        {
            string input = recording.File(line), target = line.GetRequiredValue(output);
            bool isFolder = Directory.Exists(input), isShards = isFolder && ShardReader.Holds(input);
            Manifest? own = isFolder && !isShards ? Manifest.Find(input) : null;
            bool isOfOthers = isFolder && !isShards && own is null;
            IEnumerable<Option> pointless = isFolder ? [.. isOfOthers ? recording.OptionsOfFiles : recording.Options, ticks, rows, layout, perSample] : [perShard];
            foreach (Option option in pointless)
                if (line.GetResult(option) is { Implicit: false }) throw Pointless(option, input, isFolder);
            if (isFolder) force.RequireFolder(line, target, input);
            TextWriter words = line.InvocationConfiguration.Output;
            words.WriteLine(!isFolder ? ConvertFile() : isShards ? Unpack() : ConvertFolder());
            return Task.FromResult(ExitCode.Success);

            string Unpack() => WorkBar.Show(words, target, null, _ => $"{target}: {Counted.Of(ShardReader.Unpack(input, target), "sample")}", cancellation);

            string ConvertFolder()
            {
                Manifest manifest = own ?? WorkBar.Show(words, input, null, _ => SsdmFolder.Read(input, recording.Facts(line), cancellation), cancellation);
                ShardWriter writer = new(input, manifest, line.GetValue(perShard));
                int shards = WorkBar.Show(words, target, writer.Count, bar => writer.Write(target, () => bar.Advance(1), cancellation), cancellation);
                return $"{target}: {Counted.Of(shards, "shard")} and {ShardWriter.IndexName}";
            }

            string ConvertFile()
            {
                using SpikeRecording source = recording.Open(line);
                RecordingCopy copy = RecordingCopy.Of(source, line.GetValue(ticks) ?? FrameRange.All, line.GetValue(rows) ?? RowOrder.BottomUp);
                FolderLayout? form = line.GetValue(layout);
                if (form is { } folders) folders.Require(force, line, copy, target);
                else force.RequireRecording(line, target, input);
                return WorkBar.Show(words, target, copy.Ticks, bar =>
                {
                    copy = copy with { Advance = bar.Advance };
                    if (form is { } named) return named.Write(copy, target, line.GetValue(perSample));
                    copy.Write(target);
                    return $"{target}: {copy.Words}";
                }, cancellation);
            }
        });
        return command;
    }

    static Option<T> AtLeastOne<T>(string name, string description, T preset)
    {
        Option<T> option = new(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => preset };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<T>() is int value and < 1) result.AddError($"{name} takes a whole number of at least 1, not {value}.");
        });
        return option;
    }

    static SpikeDataException Pointless(Option option, string input, bool isFolder) => new("SPIKE486", isFolder
        ? $"{option.Name} says something about a recording, and this is a folder. Leave it out, or name a file."
        : $"{option.Name} says something about a data set, and this is no folder of one. Leave it out, or name the folder that a build has written.") { File = input };
}
