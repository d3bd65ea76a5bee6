using System.Collections;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace SpikeData.Build.Tests;

/// <summary>What is shown of a build of data: in a log, and on a terminal.</summary>
public sealed class BuildDisplayTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    NewsFile News => new(Path.Combine(folder.Path, "obj", "news.txt"));

    [Fact]
    public void Log_GetsALineNowAndThen()
    {
        Engine engine = new();
        BuildDisplay display = new(engine.Log, null, News) { BetweenLines = TimeSpan.FromMilliseconds(1) };
        int code = display.Run(() =>
        {
            display.Take(new("birds", "cockatoo, 42 %, 31 s left", IsFinished: false));
            engine.WaitFor("birds: cockatoo, 42 %, 31 s left");
            return 7;
        });

        Assert.Equal(7, code);
        Assert.False(File.Exists(News.Path));
    }

    [Fact]
    public void Terminal_ShowsEveryDataSetAsAProject_AndNothingIsLeftBehind()
    {
        Engine engine = new();
        BuildDisplay display = new(engine.Log, engine, News);
        display.Run(() =>
        {
            display.Take(new("birds", "cockatoo, 0 %", IsFinished: false));
            engine.WaitFor("birds.proj: Building");
            display.Take(new("birds", "/data/birds/preview.png", IsFinished: true));
            display.Take(new("cats", "/data/cats/preview.png", IsFinished: true));
            return 0;
        });

        Assert.Equal(["birds.proj: Building", "cats.proj: Building"], engine.Seen);
        Assert.Empty(Directory.GetFileSystemEntries(Path.GetDirectoryName(News.Path)!));
    }

    /// <summary>MSBuild still stands in the folder of a project that it cancels, and aborts where that is gone.</summary>
    [Fact]
    public void CancelledBuild_LeavesTheFoldersOfItsProjects_ForTheNextOneToRemove()
    {
        Engine engine = new();
        BuildDisplay display = new(engine.Log, engine, News) { Patience = TimeSpan.Zero };
        display.Run(() =>
        {
            display.Take(new("birds", "cockatoo, 0 %", IsFinished: false));
            engine.WaitFor("birds.proj: Building");
            display.Cancel();
            return 130;
        });

        Assert.NotEmpty(Directory.GetFiles(News.DisplayFolder, "birds.proj", SearchOption.AllDirectories));
        new BuildDisplay(engine.Log, engine, News).Run(() => 0);
        Assert.Empty(Directory.GetFileSystemEntries(Path.GetDirectoryName(News.Path)!));
    }

    [Fact]
    public void CancelledProgram_HasAMomentToEndInOrder()
    {
        Engine engine = new();
        BuildDisplay display = new(engine.Log, null, News) { Patience = TimeSpan.FromMinutes(1) };
        using ManualResetEventSlim interrupted = new();
        System.Collections.Concurrent.ConcurrentQueue<string> order = [];
        Thread canceller = new(() =>
        {
            interrupted.Wait(TestContext.Current.CancellationToken);
            display.Cancel();
            order.Enqueue("killed");
        });
        canceller.Start();
        display.Run(() =>
        {
            interrupted.Set();
            order.Enqueue("ended");
            return 130;
        });
        canceller.Join();
        Assert.Equal(["ended", "killed"], order);
    }

    [Fact]
    public void Program_SaysSomething_WhileItsDataSetIsShown()
    {
        using ManualResetEventSlim said = new();
        Engine engine = new();
        BuildDisplay display = new(engine.Log, engine, News);
        engine.Building += _ => Assert.True(said.Wait(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
        display.Run(() =>
        {
            display.Take(new("birds", "cockatoo, 0 %", IsFinished: false));
            engine.WaitFor("birds.proj: Building");
            display.Say(() => engine.Log.LogMessage("birds: one sample is dark"));
            said.Set();
            return 0;
        });

        Assert.Equal(["birds.proj: Building", "birds: one sample is dark"], engine.Seen);
    }

    [Fact]
    public void DataSet_ShowsItsSteps_AndThenItsPicture()
    {
        ProgramNews[] steps = [new("birds", "reading sources, 3 %", false), new("birds", "cockatoo (1.5 m), 42 %, 31 s left", false)];
        NewsFile file = News;
        file.Write([steps[0]]);
        Engine engine = new();
        engine.Building += number => file.Write(number == 0 ? [steps[1]] : [new("birds", "/data/birds/preview.png", true), new("cats", "reading sources", false)]);

        Assert.True(new ShowDataset { BuildEngine = engine, Dataset = "birds", NewsFile = file.Path }.Execute());
        Assert.Equal(["birds.proj: reading sources, 3 percent", "birds.proj: cockatoo -1-5 m-, 42 percent, 31 s left", "birds -> /data/birds/preview.png"], engine.Seen);
    }

    [Fact]
    public void Step_IsOverWithTheDataSet_WhateverItsTime()
    {
        NewsFile file = News;
        file.Write([new("birds", "/data/birds/preview.png", true)]);
        Engine engine = new();
        Assert.True(new AwaitNews { BuildEngine = engine, Dataset = "birds", Shown = "cockatoo", NewsFile = file.Path, Seconds = 1000 }.Execute());
    }

    [Fact]
    public void Step_IsOverWhenTheBuildIsCancelled()
    {
        NewsFile file = News;
        file.Write([new("birds", "cockatoo", false)]);
        Engine engine = new();
        AwaitNews step = new() { BuildEngine = engine, Dataset = "birds", Shown = "cockatoo", NewsFile = file.Path };
        step.Cancel();
        Assert.True(step.Execute());
    }

    [Theory]
    [InlineData("@spikedata building birds: cockatoo: 4 %", "birds", "cockatoo: 4 %", false)]
    [InlineData("@spikedata built birds: /data/birds/preview.png", "birds", "/data/birds/preview.png", true)]
    public void News_AreReadAsTheyAreWritten(string line, string dataset, string text, bool isFinished)
    {
        Assert.Equal(new(dataset, text, isFinished), ProgramNews.Parse(line));
        Assert.Equal(line, ProgramNews.Parse(line)!.ToString());
    }

    [Theory]
    [InlineData("birds: 3 samples built in 0.1 s, in artifacts/datasets/birds")]
    [InlineData("@spikedata building")]
    public void OtherLines_AreNoNews(string line) => Assert.Null(ProgramNews.Parse(line));

    public void Dispose() => folder.Dispose();

    /// <summary>An engine that builds nothing, and remembers what it was asked to build and to say. Like MSBuild's, it serves one thread of a task at a time.</summary>
    sealed class Engine : IBuildEngine
    {
        readonly Lock callback = new();
        readonly object gate = new();
        readonly List<string> seen = [];
        int built;

        internal event Action<int>? Building;

        internal TaskLoggingHelper Log => new(this, "test");

        internal string[] Seen
        {
            get
            {
                lock (gate) return [.. seen];
            }
        }

        public bool ContinueOnError => false;

        public int LineNumberOfTaskNode => 0;

        public int ColumnNumberOfTaskNode => 0;

        public string ProjectFileOfTaskNode => "";

        public bool BuildProjectFile(string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs)
        {
            lock (callback)
            {
                string project = File.ReadAllText(projectFileName);
                Assert.Contains($"<Target Name=\"{Assert.Single(targetNames)}\">", project, StringComparison.Ordinal);
                See($"{Path.GetFileName(projectFileName)}: {targetNames[0]}");
                Building?.Invoke(built++);
                return true;
            }
        }

        public void LogMessageEvent(BuildMessageEventArgs e) => Hear(e);

        public void LogErrorEvent(BuildErrorEventArgs e) => Hear(e);

        public void LogWarningEvent(BuildWarningEventArgs e) => Hear(e);

        public void LogCustomEvent(CustomBuildEventArgs e) => Hear(e);

        void Hear(BuildEventArgs e)
        {
            lock (callback) See(e.Message!);
        }

        internal void WaitFor(string text)
        {
            lock (gate)
            {
                while (!seen.Contains(text)) Monitor.Wait(gate);
            }
        }

        void See(string text)
        {
            lock (gate)
            {
                seen.Add(text);
                Monitor.PulseAll(gate);
            }
        }
    }
}
