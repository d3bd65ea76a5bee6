using System.Diagnostics;

namespace SpikeData.Benchmarks;

/// <summary>How long things take here: the best of many runs, since whatever else the machine does can only add.</summary>
static class Timing
{
    const int Runs = 200;
    static readonly TimeSpan Run = TimeSpan.FromMilliseconds(2);

    /// <summary>Seconds per call.</summary>
    public static double Best(Action action)
    {
        int calls = Calibrate(action);
        return Enumerable.Range(0, Runs).Min(_ => Measure(action, calls).TotalSeconds) / calls;
    }

    /// <summary>How many calls fill a run; meanwhile the code reaches its final form.</summary>
    static int Calibrate(Action action)
    {
        int calls = 1;
        while (Measure(action, calls) < Run) calls *= 2;
        return calls;
    }

    static TimeSpan Measure(Action action, int calls)
    {
        long start = Stopwatch.GetTimestamp();
        for (int call = 0; call < calls; call++) action();
        return Stopwatch.GetElapsedTime(start);
    }
}
