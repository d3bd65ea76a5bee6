using System.CommandLine;
using SpikeData.Imaging;

namespace SpikeData.Cli;

/// <summary><c>--output FILE.npz</c>: where a command leaves its arrays.</summary>
sealed class OutputOption : Option<string>
{
    internal OutputOption()
        : base("--output")
    {
        Description = "The .npz file to write.";
        HelpName = "FILE.npz";
        Required = true;
    }

    /// <summary>Allows what is there to be replaced.</summary>
    internal ForceOption Force { get; } = new();

    /// <summary>Fails before the work begins where the file could not be written after it.</summary>
    internal void Require(ParseResult line, params ReadOnlySpan<string?> inputs) => Force.RequireFile(line, line.GetValue(this)!, inputs);

    /// <summary>Writes the whole file or none, and says what is in it.</summary>
    internal void Write(ParseResult line, IEnumerable<KeyValuePair<string, NdArray>> arrays)
    {
        KeyValuePair<string, NdArray>[] written = [.. arrays];
        DraftFile.Write(line.GetValue(this)!, file => Npz.Write(file, written));
        string content = string.Join(", ", written.Select(array => $"{array.Key} {array.Value}"));
        line.InvocationConfiguration.Output.WriteLine($"{line.GetValue(this)}: {content}");
    }
}
