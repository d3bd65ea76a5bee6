using System.Runtime.ExceptionServices;

namespace SpikeData.Pipelines;

/// <summary>Work on many things at once, of which the first failure comes out as it was thrown.</summary>
static class ParallelWork
{
    /// <param name="count">How many things there are.</param>
    /// <param name="jobs">How many are worked on at once; -1 for as many as there are processors.</param>
    /// <param name="work">The work on one, counted from 0.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static void For(int count, int jobs, Action<int> work, CancellationToken cancellation)
    {
        try
        {
            Parallel.For(0, count, new() { MaxDegreeOfParallelism = jobs, CancellationToken = cancellation }, work);
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.Flatten().InnerExceptions[0]);
        }
    }
}
