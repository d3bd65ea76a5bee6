using System.CommandLine;
using SpikeData.Compute;
using SpikeData.Training;

namespace SpikeData.Cli;

/// <summary><c>spikedata open NAME</c>: opens what there is of a data set or a model to look at.</summary>
static class OpenCommand
{
    internal static Command Create()
    {
        WorkspaceOptions options = new();
        Argument<string> name = new("name") { Description = "The data set or the model." };
        name.CompleteNames(options.Recipes);
        Option<string> what = new("--what")
        {
            Description = "What to open: preview, the pictures; card, the page that describes a data set; or folder.",
            DefaultValueFactory = _ => "preview",
        };
        what.AcceptOnlyFromAmong("preview", "card", "folder");
        JsonOption json = new();
        Command command = new("open", "Opens the pictures, the page or the folder of a data set or a model, and says where they lie.") { name, what, json };
        options.AddTo(command);
        command.SetAction(line =>
        {
            if (options.Recipes.Read(line) is not { } file) return ExitCode.Failure;
            string path = Find(line.GetRequiredValue(name), line.GetValue(what)!, options, line, file);
            bool isOpen = new SystemOpener().Open(path);
            if (!json.Print(line, () => new { path, opened = isOpen })) line.InvocationConfiguration.Output.WriteLine(path);
            return ExitCode.Success;
        });
        return command;
    }

    /// <summary>The file or folder; the folder where there is no such file.</summary>
    static string Find(string name, string what, WorkspaceOptions options, ParseResult line, RecipeFile file)
    {
        bool isModel = file.Models.Any(model => model.Name == name) && file.Pipelines.All(pipeline => pipeline.Name != name);
        string folder = isModel ? Path.Combine(file.Directory, "artifacts", "models", name) : options.DirectoryOf(line, file, file.Choose([name])[0].Name);
        string[] candidates = (isModel, what) switch
        {
            (false, "preview") => [Path.Combine(folder, "preview.png")],
            (false, "card") => [Path.Combine(folder, "README.md")],
            (true, "preview") => [new ModelFolder(folder).Pictures, .. PicturesIn(folder)],
            (true, "card") => [Path.Combine(folder, "report.md")],
            _ => [],
        };
        string path = candidates.FirstOrDefault(File.Exists) ?? folder;
        return Path.Exists(path) ? path : throw new SpikeDataException(
            "SPIKE140", $"There is nothing of '{name}' to open yet. Make it: spikedata {(isModel ? "train" : "build")} {name}") { File = folder };
    }

    static IEnumerable<string> PicturesIn(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.png").Order(StringComparer.Ordinal) : [];
}
