namespace SpikeData.Imaging;

/// <summary>What this process is making at this moment, so that all of it can be removed when the process is told to end.</summary>
public static class LiveDrafts
{
    static readonly Lock Gate = new();
    static readonly HashSet<IDisposable> All = [];
    static bool ended;

    /// <summary>Removes every draft; nothing is put in its place any more. For a process that ends while other threads still work.</summary>
    public static void RemoveAll()
    {
        lock (Gate)
        {
            ended = true;
            foreach (IDisposable draft in All.ToArray()) TryRemove(draft);
        }
    }

    internal static void Add(IDisposable draft)
    {
        lock (Gate) All.Add(draft);
    }

    internal static void Remove(IDisposable draft)
    {
        lock (Gate) All.Remove(draft);
    }

    /// <summary>Puts a result in its place, unless the process is ending.</summary>
    internal static void Publish(IDisposable draft, Action place)
    {
        lock (Gate)
        {
            if (ended) throw new OperationCanceledException();
            place();
            All.Remove(draft);
        }
    }

    static void TryRemove(IDisposable draft)
    {
        // Another thread may be writing into it.
        for (int tries = 0; tries < 10; tries++)
        {
            try
            {
                if (draft is Draft folder) folder.Remove();
                else draft.Dispose();
                return;
            }
            catch (Exception busy) when (busy is IOException or UnauthorizedAccessException)
            {
                Thread.Sleep(10);
            }
        }
    }
}
