using Spectre.Console;
using SpikeData.Pipelines;

namespace SpikeData.Cli;

/// <summary>What a person sees of a training: a bar for the network at work on a terminal, a line per report elsewhere.</summary>
sealed class TrainingDisplay : IProgress<TrainingProgress>
{
    readonly TextWriter output;
    readonly ProgressContext? bars;
    readonly Dictionary<string, ProgressTask> tasks = [];
    double? psnr;

    TrainingDisplay(TextWriter output, ProgressContext? bars) => (this.output, this.bars) = (output, bars);

    /// <summary>Shows the work while it goes on.</summary>
    internal static Task ShowAsync(TextWriter output, Func<TrainingDisplay, Task> work)
    {
        if (!Terminal.Shows(output)) return work(new(output, null));
        return AnsiConsole.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
            .StartAsync(bars => work(new(output, bars)));
    }

    /// <summary>Prints a line that stays, above the bars.</summary>
    internal void Say(string line)
    {
        if (bars is null) output.WriteLine(line);
        else AnsiConsole.WriteLine(line);
    }

    public void Report(TrainingProgress value)
    {
        psnr = value.Psnr ?? psnr;
        if (bars is null)
        {
            output.WriteLine($"{value}");
            return;
        }

        if (!tasks.TryGetValue(value.Course, out ProgressTask? bar)) tasks.Add(value.Course, bar = bars.AddTask(value.Course, maxValue: value.Steps));
        (bar.Value, bar.Description) = (value.Step, Markup.Escape($"{value with { Psnr = psnr }}"));
    }
}
