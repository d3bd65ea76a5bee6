using Spectre.Console;

namespace SpikeData.Cli;

/// <summary>How far a piece of work has come: a bar on a terminal while it goes on, and nothing anywhere else.</summary>
sealed class WorkBar
{
    readonly ProgressTask? bar;

    WorkBar(ProgressTask? bar) => this.bar = bar;

    /// <param name="output">Where the command writes.</param>
    /// <param name="what">What is being done.</param>
    /// <param name="total">How many steps it takes; null while nobody knows.</param>
    /// <param name="work">The work.</param>
    internal static T Show<T>(TextWriter output, string what, long? total, Func<WorkBar, T> work) => !Terminal.Shows(output)
        ? work(new(null))
        : AnsiConsole.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(bars =>
            {
                ProgressTask bar = bars.AddTask(Markup.Escape(what), maxValue: total ?? 1);
                bar.IsIndeterminate = total is null;
                return work(new(bar));
            });

    /// <summary>Some more steps are done.</summary>
    internal void Advance(long steps)
    {
        if (bar is { IsIndeterminate: false }) bar.Increment(steps);
    }

    /// <summary>So many steps of so many are done.</summary>
    internal void Reach(long done, long total)
    {
        if (bar is not null) (bar.IsIndeterminate, bar.MaxValue, bar.Value) = (false, total, done);
    }
}
