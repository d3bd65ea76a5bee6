using System.CommandLine;
using Spectre.Console;
using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Cli;

/// <summary><c>spikedata init FOOTAGE</c>: writes a first recipe for a video or a folder.</summary>
static class InitCommand
{
    const string UsualFile = "datasets.yaml";

    internal static Command Create()
    {
        Argument<string> footage = new("footage") { Description = "A video, or a folder of videos, of pictures, or of folders of pictures, also within train and test." };
        Option<string> recipes = new("--recipes", "-r") { Description = "The recipe file to write.", HelpName = "FILE", DefaultValueFactory = _ => UsualFile };
        Option<double?> rate = new("--frames-per-second")
        {
            Description = "How fast the footage was recorded: for pictures, which do not tell, and for videos that are played slower than they were recorded.",
            HelpName = "N",
        };
        rate.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double?>() is not (>= 0.001 and <= 10_000_000)) result.AddError("--frames-per-second takes a number from 0.001 to 10000000.");
        });
        Command command = new("init", "Writes a first recipe file for a video or a folder of footage; 'spikedata build' then makes blurry images and spikes of it.") { footage, recipes, rate };
        command.SetAction(line => Run(line, line.GetRequiredValue(footage), line.GetRequiredValue(recipes), line.GetValue(rate)));
        return command;
    }

    static int Run(ParseResult line, string footage, string file, double? rate)
    {
        if (Path.Exists(file)) throw new SpikeDataException("SPIKE126", "There is a recipe file already, which is left as it is. Write another one with --recipes, or add the recipe by hand.") { File = file };
        TextWriter output = line.InvocationConfiguration.Output;
        rate ??= Ask(output, footage);
        Footage found = new(footage, Path.GetDirectoryName(Path.GetFullPath(file))!, rate);
        Surroundings surroundings = new(file);
        FirstRecipe recipe = FirstRecipe.Write(found, file, surroundings.Schema);
        // The recipe comes last: where it is, everything beside it is there, too.
        string[] written = [.. surroundings.Write()];
        DraftFile.Write(file, recipe.Text);
        output.WriteLine($"{file} is written. {PlanText.Line(recipe.Plan)}.");
        foreach (string remark in recipe.Remarks.Concat(written)) output.WriteLine($"- {remark}.");
        string[] named = file == UsualFile ? [] : ["-r", file];
        output.WriteLine($"Look at it, then: {OwnCommand.Line(["build", .. named])}");
        return ExitCode.Success;
    }

    /// <summary>Asks a person at a terminal for what only a person knows.</summary>
    static double? Ask(TextWriter output, string footage) => !Terminal.Shows(output) || Console.IsInputRedirected || Footage.TellsRate(footage)
        ? null
        : AnsiConsole.Prompt(new TextPrompt<double>("How many [bold]frames per second[/] were these pictures taken at?").DefaultValue(FirstRecipe.UsualRate)
            .Validate(answer => answer is >= 0.001 and <= 10_000_000, "A number such as 240, please."));
}
