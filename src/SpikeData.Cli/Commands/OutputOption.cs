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

    /// <summary>Fails before the work begins where its result could not be written after it.</summary>
    internal void Require(ParseResult line) => OutputPlace.Require(line.GetValue(this)!);

    /// <summary>Writes the whole file or none.</summary>
    internal void Write(ParseResult line, IEnumerable<KeyValuePair<string, NdArray>> arrays) =>
        DraftFile.Write(line.GetValue(this)!, file => Npz.Write(file, arrays));
}
