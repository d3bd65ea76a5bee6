using System.Globalization;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace SpikeData.Build;

/// <summary>Runs the program that the recipes were compiled into, in a process of its own, and passes on what it says.</summary>
/// <remarks>Lines such as <c>datasets.yaml(14,9): error SPIKE401: ...</c> become errors and warnings of the build; cancellation ends the process.</remarks>
public abstract class RecipeProgram : ToolTask
{
    BuildDisplay? display;
    volatile bool isCancelled;

    /// <summary>The assembly of the compiled recipes.</summary>
    [Required]
    public string Program { get; set; } = "";

    /// <summary>The file the recipes were read from; sources and data sets lie relative to it.</summary>
    [Required]
    public string Recipes { get; set; } = "";

    /// <summary>More arguments for the program, as one would type them.</summary>
    public string Arguments { get; set; } = "";

    /// <summary>Whoever reads the messages stands in this folder; unless given, in that of the recipes.</summary>
    public string? RelativeTo { get; set; }

    /// <summary>Whether MSBuild's terminal logger shows the build: it shows what projects are at, and few messages.</summary>
    public bool OnTerminal { get; set; }

    /// <summary>What the program is to do.</summary>
    protected abstract string Command { get; }

    /// <summary>Where the news of the program are kept while it runs; another folder for each kind of work within a build.</summary>
    protected abstract string NewsFolder { get; }

    protected override string ToolName => Path.GetFileName(GenerateFullPathToTool());

    protected override MessageImportance StandardOutputLoggingImportance => MessageImportance.High;

    protected override MessageImportance StandardErrorLoggingImportance => MessageImportance.High;

    public override bool Execute()
    {
        display = new(Log, OnTerminal ? BuildEngine : null, new(Path.Combine(NewsFolder, "news.txt")));
        return base.Execute();
    }

    public override void Cancel()
    {
        isCancelled = true;
        display?.Cancel();
        base.Cancel();
    }

    protected override string GenerateFullPathToTool() => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? Environment.ProcessPath ?? "dotnet";

    protected override string GetWorkingDirectory() => Path.GetDirectoryName(Recipes)!;

    protected override string GenerateCommandLineCommands()
    {
        CommandLineBuilder line = new();
        line.AppendSwitch("exec");
        line.AppendSwitchIfNotNull("--depsfile ", Path.ChangeExtension(Program, ".deps.json"));
        line.AppendSwitchIfNotNull("--runtimeconfig ", Path.ChangeExtension(Program, ".runtimeconfig.json"));
        line.AppendFileNameIfNotNull(typeof(RecipeProgram).Assembly.Location);
        line.AppendFileNameIfNotNull(Program);
        line.AppendSwitch(Command);
        line.AppendSwitchIfNotNull("--recipes ", Recipes);
        AddArguments(line);
        // A build that is killed has no time to end what it started.
        line.AppendSwitchIfNotNull("--parent ", Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        line.AppendSwitchIfNotNull("--relative-to ", RelativeTo);
        line.AppendSwitch("--progress lines");
        line.AppendTextUnquoted(" " + Arguments);
        return line.ToString();
    }

    /// <summary>Adds what the command takes besides.</summary>
    protected virtual void AddArguments(CommandLineBuilder line)
    {
        // Most take nothing.
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

    /// <summary>The command is a detail; what it makes is the news.</summary>
    protected override void LogToolCommand(string message) => Log.LogMessage(MessageImportance.Low, message);

    protected override bool HandleTaskExecutionErrors()
    {
        // Whoever cancels a build knows why it ends.
        if (!HasLoggedErrors && !isCancelled) Log.LogError(null, "SPIKE290", null, Recipes, 0, 0, 0, 0,
            "The program that builds the data ended with exit code {0} and did not say why; run it alone to see: dotnet {1}", ExitCode, GenerateCommandLineCommands());
        return false;
    }
}
