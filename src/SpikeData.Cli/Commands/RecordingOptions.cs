using System.CommandLine;
using System.Globalization;
using SpikeData.Imaging;

namespace SpikeData.Cli;

/// <summary>A spike recording on the command line: the file, and what it does not say about itself.</summary>
sealed class RecordingOptions(string description = "The recording: .dat, .npy, .npz or HDF5.")
{
    readonly Argument<string> file = new("file") { Description = description };
    readonly SpikeFileOptions spikes = new();
    readonly Option<string> array = new("--array") { Description = "The name of the array of spikes, in a file that holds several.", HelpName = "NAME" };
    readonly Option<double?> rate = new("--ticks-per-second")
    {
        Description = "How many times a second the sensor was read out.",
        HelpName = "NUMBER",
        CustomParser = result => CommandWords.Parse<double>(result, Rate),
    };

    /// <summary>What the command line may state about the file.</summary>
    internal IReadOnlyList<Option> Options => [.. spikes.Options, array, rate];

    /// <summary>What it may state about a single file, and not about all recordings of a data set.</summary>
    internal IReadOnlyList<Option> OptionsOfFiles => [.. spikes.OptionsOfFiles, array];

    internal void AddTo(Command command)
    {
        command.Add(file);
        foreach (Option option in Options) command.Add(option);
    }

    /// <summary>The file or folder.</summary>
    internal string File(ParseResult line) => line.GetRequiredValue(file);

    /// <summary>What the command line states.</summary>
    internal RecordingFacts Facts(ParseResult line) => spikes.Facts(line) with { Array = line.GetValue(array), TicksPerSecond = line.GetValue(rate) };

    /// <summary>Opens the recording, and says what a person should know before trusting it.</summary>
    internal SpikeRecording Open(ParseResult line) => SpikeFileOptions.Warn(line, SpikeRecording.Open(File(line), Facts(line)));

    static double Rate(string word) =>
        double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double rate) && rate > 0 && double.IsFinite(rate)
            ? rate : throw new FormatException($"'{word}' is no rate; write a number above 0.");
}
