using System.Collections.Concurrent;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using TaskScheduler = System.Threading.Tasks.TaskScheduler;
using ToolRun = System.Threading.Tasks.Task<int>;

namespace SpikeData.Build;

/// <summary>What a person sees while the program builds data: a line every half minute in a log, projects that come and go on a terminal.</summary>
/// <param name="log">Takes the lines.</param>
/// <param name="terminal">The engine whose terminal logger shows the projects; null for a log.</param>
/// <param name="file">Keeps the news for the tasks of those projects.</param>
sealed class BuildDisplay(TaskLoggingHelper log, IBuildEngine? terminal, NewsFile file)
{
    static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    readonly Lock gate = new();
    volatile ToolRun? running;
    volatile bool isCancelled;
    readonly List<ProgramNews> finished = [];
    readonly ConcurrentQueue<Action> waiting = [];
    ProgramNews? current;

    /// <summary>How long a log waits for the next line.</summary>
    internal TimeSpan BetweenLines { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The time in which a program ends by itself that was interrupted together with the build, as Ctrl-C does.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(1.5);

    /// <summary>Runs the program, and shows how far it is.</summary>
    /// <param name="program">Runs it, and gives its exit code.</param>
    internal int Run(Func<int> program)
    {
        ToolRun run = new(() =>
        {
            try
            {
                return program();
            }
            finally
            {
                Take(null);
            }
        });
        running = run;
        run.Start(TaskScheduler.Default);
        try
        {
            if (terminal is null) WriteLines(run);
            else ShowProjects(run, terminal);
        }
        finally
        {
            run.Wait();
            Speak();
        }

        // A build that is cancelled still stands in the folders of its projects; the next one writes them anew.
        if (terminal is not null && !isCancelled) file.Delete();
        return run.Result;
    }

    /// <summary>Leaves the program a moment to end in order, before it is killed.</summary>
    internal void Cancel()
    {
        isCancelled = true;
        if (running is { } run) System.Threading.Tasks.Task.WaitAny([run], Patience);
    }

    /// <summary>Takes what a line of the program says of a data set; null once there is nothing more to come.</summary>
    internal void Take(ProgramNews? news)
    {
        lock (gate)
        {
            if (news is { IsFinished: true }) finished.Add(news);
            current = news is { IsFinished: false } ? news : null;
            if (terminal is not null) file.Write(current is null ? finished : [.. finished, current]);
        }
    }

    /// <summary>Writes a message to the log, as soon as that can be done.</summary>
    /// <remarks>While MSBuild builds a project for a task, it lets no other thread of that task log: whoever tries waits until the project is over.</remarks>
    internal void Say(Action message)
    {
        if (terminal is null) message();
        else waiting.Enqueue(message);
    }

    void Speak()
    {
        while (waiting.TryDequeue(out Action? message)) message();
    }

    void WriteLines(ToolRun run)
    {
        while (!run.Wait(BetweenLines))
        {
            if (current is { } news) log.LogMessage(MessageImportance.High, $"{news.Dataset}: {news.Text}");
        }
    }

    void ShowProjects(ToolRun run, IBuildEngine engine)
    {
        HashSet<string> shown = [];
        bool isOver;
        do
        {
            isOver = run.Wait(BetweenLooks);
            Speak();
            foreach (string dataset in Datasets().Where(shown.Add))
            {
                DisplayProject.OfDataset(dataset, file).Show(engine);
                Speak();
            }
        }
        while (!isOver);
    }

    string[] Datasets()
    {
        lock (gate) return [.. finished.Select(news => news.Dataset), .. current is null ? Array.Empty<string>() : [current.Dataset]];
    }
}
