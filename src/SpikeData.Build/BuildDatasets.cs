using System.Globalization;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace SpikeData.Build;

/// <summary>Runs the program that the recipes were compiled into, in a process of its own, and passes on what it says.</summary>
/// <remarks>Lines such as <c>datasets.yaml(14,9): error SPIKE401: ...</c> become errors and warnings of the build; cancellation ends the process.</remarks>
public sealed class BuildDatasets : ToolTask
{
    BuildDisplay? display;

    /// <summary>The assembly of the compiled recipes.</summary>
    [Required]
    public string Program { get; set; } = "";

    /// <summary>The file the recipes were read from; sources and data sets lie relative to it.</summary>
    [Required]
    public string Recipes { get; set; } = "";

    /// <summary>Where the program writes what became of each data set.</summary>
    [Required]
    public string ResultsFile { get; set; } = "";

    /// <summary>Where to keep the state of the sources that this run has seen.</summary>
    [Required]
    public string FingerprintFile { get; set; } = "";

    /// <summary>More arguments for the program, as one would type them.</summary>
    public string Arguments { get; set; } = "";

    /// <summary>Whoever reads the messages stands in this folder; unless given, in that of the recipes.</summary>
    public string? RelativeTo { get; set; }

    /// <summary>Whether MSBuild's terminal logger shows the build: it shows what projects are at, and few messages.</summary>
    public bool OnTerminal { get; set; }

    protected override string ToolName => Path.GetFileName(GenerateFullPathToTool());

    protected override MessageImportance StandardOutputLoggingImportance => MessageImportance.High;

    protected override MessageImportance StandardErrorLoggingImportance => MessageImportance.High;

    public override bool Execute()
    {
        DateTime start = DateTime.UtcNow;
        display = new(Log, OnTerminal ? BuildEngine : null, new(Path.Combine(Path.GetDirectoryName(ResultsFile)!, "news.txt")));
        if (!base.Execute()) return false;
        DatasetResults results = DatasetResults.Read(ResultsFile);
        SourceFingerprint.Of(results, Path.GetDirectoryName(Recipes)!).SettledAt(start).WriteTo(FingerprintFile);
        return true;
    }

    protected override string GenerateFullPathToTool() => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? Environment.ProcessPath ?? "dotnet";

    protected override string GetWorkingDirectory() => Path.GetDirectoryName(Recipes)!;

    protected override string GenerateCommandLineCommands()
    {
        CommandLineBuilder line = new();
        line.AppendSwitch("exec");
        line.AppendSwitchIfNotNull("--depsfile ", Path.ChangeExtension(Program, ".deps.json"));
        line.AppendSwitchIfNotNull("--runtimeconfig ", Path.ChangeExtension(Program, ".runtimeconfig.json"));
        line.AppendFileNameIfNotNull(typeof(BuildDatasets).Assembly.Location);
        line.AppendFileNameIfNotNull(Program);
        line.AppendSwitch("build");
        line.AppendSwitchIfNotNull("--recipes ", Recipes);
        line.AppendSwitchIfNotNull("--results ", ResultsFile);
        // A build that is killed has no time to end what it started.
        line.AppendSwitchIfNotNull("--parent ", Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        line.AppendSwitchIfNotNull("--relative-to ", RelativeTo);
        line.AppendSwitch("--progress lines");
        line.AppendTextUnquoted(" " + Arguments);
        return line.ToString();
    }

    protected override int ExecuteTool(string pathToTool, string responseFileCommands, string commandLineCommands) =>
        display!.Run(() => base.ExecuteTool(pathToTool, responseFileCommands, commandLineCommands));

    /// <summary>Messages about the recipe get its full path: the project may lie in another folder.</summary>
    protected override void LogEventsFromTextOutput(string singleLine, MessageImportance messageImportance)
    {
        if (ProgramNews.Parse(singleLine) is { } news)
        {
            display!.Take(news);
            return;
        }

        bool isAboutRecipe = singleLine.StartsWith(Path.GetFileName(Recipes) + "(", StringComparison.Ordinal);
        string line = isAboutRecipe ? Path.Combine(GetWorkingDirectory(), singleLine) : singleLine;
        display!.Say(() => base.LogEventsFromTextOutput(line, messageImportance));
    }

    /// <summary>The command is a detail; the data sets are the news.</summary>
    protected override void LogToolCommand(string message) => Log.LogMessage(MessageImportance.Low, message);

    protected override bool HandleTaskExecutionErrors()
    {
        if (!HasLoggedErrors) Log.LogError(null, "SPIKE290", null, Recipes, 0, 0, 0, 0,
            "The program that builds the data ended with exit code {0} and did not say why; run it alone to see: dotnet {1}", ExitCode, GenerateCommandLineCommands());
        return false;
    }
}
