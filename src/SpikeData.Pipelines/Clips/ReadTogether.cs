using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Reads frames that do not depend on each other on several threads, a few ahead of whoever asks for them, in order.</summary>
static class ReadTogether
{
    /// <param name="count">How many frames there are.</param>
    /// <param name="lease">Leases memory for a frame; called in order on the caller's thread, so that frames cannot overtake each other.</param>
    /// <param name="fill">Reads the content of a frame; called on any thread.</param>
    /// <param name="ahead">How many frames are read or wait at most.</param>
    public static IEnumerable<Frame> Of(int count, Func<Frame> lease, Action<int, Frame> fill, int ahead)
    {
        var reading = new Queue<Task<Frame>>();
        try
        {
            for (int next = 0; next < count || reading.Count > 0;)
            {
                for (; next < count && reading.Count < ahead; next++) reading.Enqueue(Begin(next, lease(), fill));
                Frame frame = reading.Peek().GetAwaiter().GetResult();
                reading.Dequeue();
                yield return frame;
            }
        }
        finally
        {
            foreach (Task<Frame> rest in reading)
            {
                Task.WaitAny([rest], CancellationToken.None);
                if (rest.IsCompletedSuccessfully) rest.Result.Dispose();
            }
        }
    }

    static Task<Frame> Begin(int index, Frame frame, Action<int, Frame> fill) => Task.Run(() =>
    {
        try
        {
            fill(index, frame);
            return frame;
        }
        catch
        {
            frame.Dispose();
            throw;
        }
    });
}
