using Spectre.Console;

namespace SpikeData.Cli;

/// <summary>How far a piece of work has come: a bar on a terminal while it goes on, and nothing anywhere else.</summary>
static class WorkBar
{
    /// <param name="output">Where the command writes.</param>
    /// <param name="what">What is being done.</param>
    /// <param name="total">How many steps it takes; null where nobody knows.</param>
    /// <param name="work">The work. It says how many steps it has come further.</param>
    internal static T Show<T>(TextWriter output, string what, long? total, Func<Action<long>, T> work)
    {
        if (!Terminal.Shows(output)) return work(_ => { });
        ProgressColumn[] columns = [new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()];
        return AnsiConsole.Progress().AutoClear(true).Columns(total is null ? columns[..2] : columns).Start(bars =>
        {
            ProgressTask bar = bars.AddTask(Markup.Escape(what), maxValue: total ?? 1);
            bar.IsIndeterminate = total is null;
            return work(steps => bar.Increment(total is null ? 0 : steps));
        });
    }
}
