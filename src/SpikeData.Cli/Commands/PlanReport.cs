using System.CommandLine;
using SpikeData.Compute;
using SpikeData.Pipelines;

namespace SpikeData.Cli;

/// <summary>Says what builds would do: errors as everywhere, the rest in words or as JSON.</summary>
static class PlanReport
{
    /// <param name="line">The command line.</param>
    /// <param name="options">Which recipes, and where.</param>
    /// <param name="names">The data sets; all of them when there is none.</param>
    /// <param name="isEstimated">Whether bytes and time are wanted, which take a few seconds.</param>
    /// <param name="json">Prints the plans where a program reads them.</param>
    /// <param name="cancellation">Ends the looking.</param>
    /// <returns>The exit code.</returns>
    internal static int Run(ParseResult line, WorkspaceOptions options, string[] names, bool isEstimated, JsonOption json, CancellationToken cancellation)
    {
        RecipeFile file = RecipeFile.Read(line.GetValue(options.Recipes)!, StageCatalog.Shipped);
        TextWriter output = line.InvocationConfiguration.Output, error = line.InvocationConfiguration.Error;
        foreach (string problem in file.Problems) error.WriteLine(problem);
        DatasetPlan[] plans = file.Problems.Count > 0 ? [] : Plans(line, options, file, names, isEstimated, cancellation);
        foreach (BuildFailure failure in plans.SelectMany(plan => plan.Failures)) error.WriteLine(failure.Full);
        if (!json.Print(line, () => PlanJson.Of(file.Problems, plans)))
            foreach (string text in plans.Where(plan => plan.Failures.Count == 0).SelectMany(plan => Words(file, plan))) output.WriteLine(text);
        return file.Problems.Count > 0 || plans.Any(plan => plan.Failures.Count > 0) ? ExitCode.Failure : ExitCode.Success;
    }

    static DatasetPlan[] Plans(ParseResult line, WorkspaceOptions options, RecipeFile file, string[] names, bool isEstimated, CancellationToken cancellation)
    {
        IReadOnlyList<Pipeline> pipelines = file.Choose(names);
        using Device device = isEstimated ? options.Device.Open(line) : Device.Open("cpu");
        DatasetBuilder builder = new(options.Workspace(line, file, device, cancellation));
        return [.. pipelines.Select(pipeline => isEstimated ? builder.Estimate(pipeline) : builder.Survey(pipeline))];
    }

    static IEnumerable<string> Words(RecipeFile file, DatasetPlan plan)
    {
        if (plan.IsUpToDate is not null) return PlanText.Lines(plan);
        RecipeMark mark = file.Pipelines.First(pipeline => pipeline.Name == plan.Name).Mark;
        return [PlanText.Line(plan), .. plan.Warnings.Select(warning => $"{mark}: warning: {warning}")];
    }
}
