using System.CommandLine;

namespace SpikeData.Cli;

/// <summary><c>--assembly FILE</c>: a built project whose own stages count as well.</summary>
sealed class AssemblyOption : Option<string>
{
    internal AssemblyOption()
        : base("--assembly", "-a")
    {
        Description = "A built project, whose own stages, networks, methods, losses and metrics are taken in.";
        HelpName = "FILE.dll";
    }

    /// <summary>The stages that come with SpikeData.Tools, and those of the project.</summary>
    /// <exception cref="Compute.SpikeDataException">SPIKE490: the file is no assembly of a project that uses SpikeData.Tools.</exception>
    internal StageCatalog Read(ParseResult line) => line.GetValue(this) is { } file ? StageCatalog.With(file) : StageCatalog.Shipped;

    /// <summary>
    /// The same for commands that are made of what there is, before the line is read; what is wrong with the file is said when it is.
    /// </summary>
    internal static StageCatalog Peek(IReadOnlyList<string> args)
    {
        for (int i = 0; i < args.Count; i++)
        {
            string? file = args[i] is "--assembly" or "-a" ? args.ElementAtOrDefault(i + 1)
                : args[i].StartsWith("--assembly=", StringComparison.Ordinal) ? args[i]["--assembly=".Length..] : null;
            if (file is not null) return Read(file);
        }

        return StageCatalog.Shipped;
    }

    static StageCatalog Read(string file)
    {
        try
        {
            return StageCatalog.With(file);
        }
        catch (Exception)
        {
            return StageCatalog.Shipped;
        }
    }
}
