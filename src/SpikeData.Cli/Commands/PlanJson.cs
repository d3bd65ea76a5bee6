using SpikeData.Pipelines;

namespace SpikeData.Cli;

/// <summary>Plans of builds for programs; docs/cli.md describes it.</summary>
static class PlanJson
{
    /// <param name="problems">What is wrong with the recipe file itself, in the form that build tools understand.</param>
    /// <param name="plans">The plans of its data sets.</param>
    internal static object Of(IEnumerable<string> problems, IEnumerable<DatasetPlan> plans) => new
    {
        Problems = problems.Concat(plans.SelectMany(plan => plan.Failures).Select(failure => failure.ToString())),
        Datasets = plans.Select(plan => new
        {
            plan.Name,
            State = StateOf(plan),
            Skipped = plan.Skipped.Length > 0 ? plan.Skipped : null,
            plan.Frames,
            plan.LatentFrames,
            plan.Samples,
            plan.Bytes,
            Seconds = plan.Time is { } time ? Math.Round(time.TotalSeconds, 1) : (double?)null,
            plan.Warnings,
            plan.Clips,
        }),
    };

    static string StateOf(DatasetPlan plan) => plan switch
    {
        { Failures.Count: > 0 } => "fails",
        { Skipped.Length: > 0 } => "skipped",
        { IsUpToDate: true } => "up-to-date",
        { IsUpToDate: false } => "to-build",
        _ => "checked",
    };
}
