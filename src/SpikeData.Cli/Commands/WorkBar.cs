using Spectre.Console;

namespace SpikeData.Cli;

/// <summary>How far a piece of work has come: a bar on a terminal while it goes on, and nothing anywhere else.</summary>
sealed class WorkBar
{
    readonly ProgressTask? bar;
    readonly CancellationToken cancellation;

    WorkBar(ProgressTask? bar, CancellationToken cancellation) => (this.bar, this.cancellation) = (bar, cancellation);

    /// <param name="output">Where the command writes.</param>
    /// <param name="what">What is being done.</param>
    /// <param name="total">How many steps it takes; null while nobody knows.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellation">Ends the work at its next step.</param>
    internal static T Show<T>(TextWriter output, string what, long? total, Func<WorkBar, T> work, CancellationToken cancellation) => !Terminal.Shows(output)
        ? work(new(null, cancellation))
        : Terminal.Bars().Start(bars =>
        {
            ProgressTask bar = bars.AddTask(Markup.Escape(what), maxValue: total ?? 1);
            bar.IsIndeterminate = total is null;
            return work(new(bar, cancellation));
        });

    /// <summary>Some more steps are done.</summary>
    /// <exception cref="OperationCanceledException">The work is to end.</exception>
    internal void Advance(long steps)
    {
        cancellation.ThrowIfCancellationRequested();
        if (bar is { IsIndeterminate: false }) bar.Increment(steps);
    }

    /// <summary>So many steps of so many are done.</summary>
    internal void Reach(long done, long total)
    {
        if (bar is not null) (bar.IsIndeterminate, bar.MaxValue, bar.Value) = (false, total, done);
    }
}
