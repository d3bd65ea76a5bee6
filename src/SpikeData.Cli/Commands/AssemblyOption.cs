using System.CommandLine;

namespace SpikeData.Cli;

/// <summary><c>--assembly FILE</c>: a built project whose own stages count as well.</summary>
sealed class AssemblyOption : Option<string>
{
    internal AssemblyOption()
        : base("--assembly", "-a")
    {
        Description = "A built project, whose own stages are taken in.";
        HelpName = "FILE.dll";
    }

    /// <summary>The stages that come with SpikeData.Tools, and those of the project.</summary>
    /// <exception cref="Compute.SpikeDataException">SPIKE490: the file is no assembly of a project that uses SpikeData.Tools.</exception>
    internal StageCatalog Read(ParseResult line) => line.GetValue(this) is { } file ? StageCatalog.With(file) : StageCatalog.Shipped;
}
