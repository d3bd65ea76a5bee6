using System.CommandLine;

namespace SpikeData.Cli;

/// <summary><c>--input FILE.npz</c>: the arrays that a command takes.</summary>
sealed class InputOption : Option<string>
{
    internal InputOption()
        : base("--input")
    {
        Description = "The .npz file with the arrays to take; docs/cli.md lists their names.";
        HelpName = "FILE.npz";
        Required = true;
    }
}
