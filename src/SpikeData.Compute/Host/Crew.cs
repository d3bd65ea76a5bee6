using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace SpikeData.Compute;

/// <summary>Threads that share one piece of work at a time with the thread that brings it, and meet again at its end. Nothing is allocated.</summary>
/// <remarks>
/// The work stays on the bringer's stack: a thread touches it only between entering and leaving, and the bringer returns after all have left.
/// Units are handed out in runs that shrink towards the end, so that fast threads wait little for slow ones.
/// </remarks>
sealed unsafe class Crew(int size) : IDisposable
{
    /// <summary>The sign bit of <see cref="inside"/>: nobody may enter.</summary>
    const int Closed = int.MinValue;

    /// <summary>How long a thread looks out for more work before it sleeps; waking it takes about as long.</summary>
    static readonly long LookoutTicks = Stopwatch.Frequency / 20_000;

    readonly object bed = new();
    readonly Thread[] threads = new Thread[size];
    int busy, calls, asleep, inside = Closed;
    bool dismissed;

    void* work;
    delegate*<void*, int, int, void> perform;
    int next, end;
    ExceptionDispatchInfo? failure;

    /// <summary>Does the units from <paramref name="first"/> on together; false, and nothing done, while the crew is at other work.</summary>
    public bool TryShare<TShare>(ref TShare share, int first, int units)
        where TShare : struct, IShare
    {
        if (Interlocked.CompareExchange(ref busy, 1, 0) != 0) return false;
        try
        {
            work = Unsafe.AsPointer(ref share);
            perform = &Perform<TShare>;
            (next, end, failure) = (first, units, null);
            Call(units - first);
            TakePart();
            Gather();
            failure?.Throw();
            return true;
        }
        finally
        {
            Volatile.Write(ref busy, 0);
        }
    }

    public void Dispose()
    {
        lock (bed)
        {
            dismissed = true;
            Interlocked.Increment(ref calls);
            Monitor.PulseAll(bed);
        }

        foreach (Thread? thread in threads) thread?.Join();
    }

    static void Perform<TShare>(void* work, int first, int end)
        where TShare : struct, IShare => Unsafe.AsRef<TShare>(work).Do(first, end);

    /// <summary>Opens the work to the others and wakes as many as it can use.</summary>
    void Call(int units)
    {
        if (threads[0] is null) Hire();
        Interlocked.And(ref inside, ~Closed);
        Interlocked.Increment(ref calls);
        int wanted = Math.Min(units - 1, Volatile.Read(ref asleep));
        if (wanted <= 0) return;
        lock (bed)
        {
            for (int i = 0; i < wanted; i++) Monitor.Pulse(bed);
        }
    }

    /// <summary>Closes the work and waits until all others have left it.</summary>
    void Gather()
    {
        Interlocked.Or(ref inside, Closed);
        var wait = new SpinWait();
        while (Volatile.Read(ref inside) != Closed) wait.SpinOnce(sleep1Threshold: -1);
    }

    void TakePart()
    {
        try
        {
            while (true)
            {
                int first = Volatile.Read(ref next), run = Math.Max(1, (end - first) / (2 * (threads.Length + 1)));
                if (first >= end) return;
                if (Interlocked.CompareExchange(ref next, first + run, first) == first) perform(work, first, first + run);
            }
        }
        catch (Exception exception)
        {
            failure = ExceptionDispatchInfo.Capture(exception);
            Volatile.Write(ref next, end);
        }
    }

    void Serve()
    {
        int heard = 0;
        while (true)
        {
            heard = AwaitCall(heard);
            if (dismissed) return;
            if (Interlocked.Increment(ref inside) > 0) TakePart();
            Interlocked.Decrement(ref inside);
        }
    }

    int AwaitCall(int heard)
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetTimestamp() - start < LookoutTicks)
        {
            if (Volatile.Read(ref calls) != heard) return Volatile.Read(ref calls);
            Thread.SpinWait(8);
        }

        lock (bed)
        {
            Interlocked.Increment(ref asleep);
            while (Volatile.Read(ref calls) == heard) Monitor.Wait(bed);
            Interlocked.Decrement(ref asleep);
        }

        return Volatile.Read(ref calls);
    }

    void Hire()
    {
        for (int i = 0; i < threads.Length; i++)
        {
            threads[i] = new Thread(Serve) { IsBackground = true, Name = $"SpikeData compute {i + 1}" };
            threads[i].Start();
        }
    }
}
