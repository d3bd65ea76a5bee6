using System.Collections.Concurrent;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Pulls frames on a thread of their own, a few ahead of whoever asks for them.</summary>
static class ReadAhead
{
    /// <summary>The same frames in the same order; what pulling them throws is thrown here.</summary>
    /// <param name="frames">Pulled on another thread.</param>
    /// <param name="ahead">How many finished frames wait at most.</param>
    public static IEnumerable<Frame> Of(IEnumerable<Frame> frames, int ahead)
    {
        using var waiting = new BlockingCollection<Frame>(ahead);
        using var enough = new CancellationTokenSource();
        Task pulling = Task.Factory.StartNew(
            () => Pull(frames, waiting, enough.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            foreach (Frame frame in waiting.GetConsumingEnumerable()) yield return frame;
            pulling.GetAwaiter().GetResult();
        }
        finally
        {
            enough.Cancel();
            Task.WaitAny([pulling], CancellationToken.None);
            while (waiting.TryTake(out Frame? frame)) frame.Dispose();
        }
    }

    static void Pull(IEnumerable<Frame> frames, BlockingCollection<Frame> waiting, CancellationToken enough)
    {
        try
        {
            foreach (Frame frame in frames)
            {
                try
                {
                    waiting.Add(frame, enough);
                }
                catch
                {
                    frame.Dispose();
                    throw;
                }
            }
        }
        catch (OperationCanceledException) when (enough.IsCancellationRequested)
        {
            // Nobody asks for more frames.
        }
        finally
        {
            waiting.CompleteAdding();
        }
    }
}
