using System.Collections.Concurrent;
using Spectre.Console;
using SpikeData.Pipelines;

namespace SpikeData.Cli;

/// <summary>What a person sees of a build: a bar for each clip at work on a terminal, and a line for each finished data set anywhere.</summary>
sealed class BuildDisplay : IProgress<BuildProgress>
{
    readonly TextWriter output;
    readonly ProgressContext? bars;
    readonly ConcurrentDictionary<(string Dataset, string Clip, BuildPhase Phase), ProgressTask> tasks = [];

    BuildDisplay(TextWriter output, ProgressContext? bars) => (this.output, this.bars) = (output, bars);

    /// <summary>Shows the work while it goes on.</summary>
    internal static Task ShowAsync(TextWriter output, Func<BuildDisplay, Task> work)
    {
        if (!Terminal.Shows(output)) return work(new(output, null));
        return Terminal.Bars().HideCompleted(true).StartAsync(bars => work(new(output, bars)));
    }

    /// <summary>Prints a line that stays, above the bars.</summary>
    internal void Say(DatasetResult result)
    {
        string line = result.Summary(Environment.CurrentDirectory);
        if (bars is null) output.WriteLine(line);
        else Terminal.WriteLine(line, result.Directory);
    }

    public void Report(BuildProgress value)
    {
        if (bars is null) return;
        if (value.Phase == BuildPhase.Finished)
        {
            foreach (var ((dataset, clip, _), task) in tasks.Where(task => task.Key.Dataset == value.Dataset && task.Key.Clip == value.Clip)) task.StopTask();
            return;
        }

        ProgressTask bar = tasks.GetOrAdd((value.Dataset, value.Clip, value.Phase), key => bars.AddTask(Markup.Escape(Title(key.Dataset, key.Clip, key.Phase))));
        if (value.Total is { } total) (bar.MaxValue, bar.Value) = (total, value.Done);
        else bar.IsIndeterminate = true;
    }

    static string Title(string dataset, string clip, BuildPhase phase)
    {
        string what = phase switch
        {
            BuildPhase.Waiting => "waiting for another build",
            BuildPhase.Scanning => "reading sources",
            BuildPhase.Publishing => "putting files in place",
            _ => "recording",
        };
        return clip.Length == 0 ? $"{dataset}: {what}" : $"{dataset}: {what} {clip}";
    }
}
