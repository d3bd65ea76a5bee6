using Spectre.Console;
using SpikeData.Training;

namespace SpikeData.Cli;

/// <summary>What a person sees of an evaluation: a bar for each row of the report, on a terminal alone, since the report is what is printed.</summary>
sealed class EvaluationDisplay(ProgressContext bars) : IProgress<EvaluationProgress>
{
    readonly Dictionary<(string Title, string Method), ProgressTask> tasks = [];

    /// <summary>Shows the work while it goes on.</summary>
    internal static void Show(TextWriter output, Action<EvaluationDisplay?> work)
    {
        if (!Terminal.Shows(output)) work(null);
        else AnsiConsole.Progress().AutoClear(true).Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn()).Start(bars => work(new(bars)));
    }

    public void Report(EvaluationProgress value)
    {
        if (!tasks.TryGetValue((value.Title, value.Method), out ProgressTask? bar))
            tasks.Add((value.Title, value.Method), bar = bars.AddTask(Markup.Escape($"{value.Title}: {value.Method}"), maxValue: value.Total));
        bar.Value = value.Done;
    }
}
