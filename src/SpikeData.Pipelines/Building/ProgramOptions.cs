using System.Globalization;

namespace SpikeData.Pipelines;

/// <summary>What the arguments of a <see cref="DatasetProgram"/> ask for.</summary>
sealed record ProgramOptions
{
    public const string Usage =
        "Usage: build|train [names] [--recipes FILE] [--output DIR] [--store DIR] [--jobs N] [--device NAME] "
        + "[--results FILE] [--lock check|write] [--parent PROCESS] [--relative-to DIR] [--progress lines] [--no-build]";

    public const string Build = "build", Train = "train";

    const string AsBuilt = "--no-build";

    /// <summary>What to do.</summary>
    public string Command { get; private init; } = Build;

    /// <summary>The data sets to build, or the models to train; all of them when empty.</summary>
    public IReadOnlyList<string> Names { get; private init; } = [];

    /// <summary>The recipe file, relative to which sources are found and data sets are written.</summary>
    public string Recipes { get; private init; } = "datasets.yaml";

    public string? Output { get; private init; }

    public string? Store { get; private init; }

    public int Jobs { get; private init; } = Environment.ProcessorCount;

    /// <summary>What to compute on.</summary>
    public string Device { get; private init; } = "auto";

    /// <summary>Where to write what became of each data set.</summary>
    public string? Results { get; private init; }

    /// <summary>What to do with the lock beside the recipes: compare, write, or nothing.</summary>
    public string? Lock { get; private init; }

    /// <summary>The process without which the work has no purpose.</summary>
    public int? Parent { get; private init; }

    /// <summary>Folders below it are shown relative to it: where whoever reads the lines stands.</summary>
    public string RelativeTo { get; private init; } = Environment.CurrentDirectory;

    /// <summary>Whether to say how far a build is, for the build that runs the program.</summary>
    public bool Progress { get; private init; }

    /// <summary>Whether models learn from data sets as they lie there.</summary>
    public bool LeavesData { get; private init; }

    /// <exception cref="FormatException">The arguments make no sense; the message says which and why.</exception>
    public static ProgramOptions Parse(string[] args)
    {
        if (args is not [Build or Train, ..]) throw new FormatException("The first argument is 'build' or 'train'.");
        var options = new ProgramOptions { Command = args[0] };
        for (int index = 1; index < args.Length; index++)
        {
            if (args[index] == AsBuilt)
            {
                options = options with { LeavesData = true };
                continue;
            }

            bool named = args[index].StartsWith('-');
            if (named && index + 1 == args.Length) throw new FormatException($"'{args[index]}' needs a value.");
            options = named ? options.With(args[index], args[++index]) : options with { Names = [.. options.Names, args[index]] };
        }

        return options;
    }

    ProgramOptions With(string name, string value) => name switch
    {
        "--recipes" => this with { Recipes = value },
        "--output" => this with { Output = value },
        "--store" => this with { Store = value },
        "--device" => this with { Device = value },
        "--results" => this with { Results = value },
        "--relative-to" => this with { RelativeTo = value },
        "--progress" when value is "lines" => this with { Progress = true },
        "--progress" => throw new FormatException($"'--progress {value}' is not 'lines'."),
        "--lock" when value is "check" or "write" => this with { Lock = value },
        "--lock" => throw new FormatException($"'--lock {value}' is neither 'check' nor 'write'."),
        "--parent" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int process) => this with { Parent = process },
        "--jobs" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int jobs) && jobs > 0 => this with { Jobs = jobs },
        "--jobs" => throw new FormatException($"'--jobs {value}' is not a number of clips from 1 on."),
        _ => throw new FormatException($"'{name}' is not an option."),
    };
}
