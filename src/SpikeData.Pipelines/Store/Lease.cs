using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>A file that one process at a time holds, on any file system: made where none is, kept alive, taken from a holder that is gone.</summary>
/// <remarks>
/// It needs no locks of the file system. A holder that stands still for long loses it without noticing, so a lease only saves work and keeps
/// order; what is published under a key has the same bytes whoever publishes it, and is looked at before.
/// </remarks>
sealed class Lease : IDisposable
{
    const int UnixExists = 17, WindowsExists = unchecked((int)0x80070050);

    /// <summary>How often a holder says that it is alive.</summary>
    static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);

    /// <summary>How long it may say nothing. Its machine may have lost the network for a while.</summary>
    internal static readonly TimeSpan Silence = TimeSpan.FromMinutes(2);

    /// <summary>How long a lease may stand without a name, which its maker writes at once.</summary>
    static readonly TimeSpan Unsigned = TimeSpan.FromSeconds(5);

    static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20), LongestPause = TimeSpan.FromMilliseconds(500);

    readonly string path;
    readonly byte[] signature;
    readonly Timer heart;

    Lease(string path, byte[] signature)
    {
        (this.path, this.signature) = (path, signature);
        heart = new(_ => Sign(), null, Beat, Beat);
    }

    /// <summary>Whether the file still says that it is this process's.</summary>
    public bool IsHeld => Patient.Look(() => File.ReadAllBytes(path))?.AsSpan().SequenceEqual(signature) == true;

    /// <summary>Takes a lease if nobody who is alive holds it.</summary>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public static Lease? TryTake(string path)
    {
        Disk.MakeFolder(Path.GetDirectoryName(path)!);
        return TryMake(path) ?? (RemoveAbandoned(path) ? TryMake(path) : null);
    }

    /// <summary>Waits until a lease is free and takes it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="waiting">Called once when it is not free at once.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public static Lease Take(string path, Action waiting, CancellationToken cancellation) => Wait(() => TryTake(path), waiting, cancellation);

    /// <summary>Tries again and again, ever more slowly.</summary>
    public static T Wait<T>(Func<T?> tryTake, Action waiting, CancellationToken cancellation)
        where T : class
    {
        for (TimeSpan pause = TimeSpan.Zero; ; pause = pause == TimeSpan.Zero ? FirstPause : pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            if (pause == FirstPause) waiting();
            cancellation.WaitHandle.WaitOne(pause);
            cancellation.ThrowIfCancellationRequested();
            if (tryTake() is { } taken) return taken;
        }
    }

    /// <summary>Whether somebody holds a lease who may be alive. One that nobody holds any more is removed.</summary>
    public static bool IsTaken(string path) => File.Exists(path) && !RemoveAbandoned(path);

    /// <summary>Who holds a lease: "process 4711 on lab3"; null where nobody does. Nothing is changed, so that whoever may only read can ask.</summary>
    public static string? HolderOf(string path)
    {
        try
        {
            if (Patient.Look(() => File.ReadAllBytes(path)) is not { } signed) return null;
            if (Json.Parse<LeaseOwner>(signed, _ => null).Value is not { IsGone: false } owner) return null;
            // Clocks of machines differ less than a holder may be silent.
            return DateTime.UtcNow - File.GetLastWriteTimeUtc(path) < 2 * Silence ? $"process {owner.Process} on {owner.Host}" : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Removes a lease whose holder is gone.</summary>
    /// <param name="path">The file.</param>
    /// <param name="silence">How long the holder has said nothing, where nobody can say that its process ended.</param>
    /// <returns>Whether there is none any more.</returns>
    public static bool RemoveAbandoned(string path, TimeSpan? silence = null)
    {
        try
        {
            byte[]? signed = Patient.Look(() => File.ReadAllBytes(path));
            if (signed is null) return !File.Exists(path);
            LeaseOwner? owner = Json.Parse<LeaseOwner>(signed, _ => null).Value;
            TimeSpan allowed = owner is null ? Unsigned : silence ?? Silence;
            if (owner?.IsGone != true && ServerClock.AgeOf(path, ServerClock.Now(Path.GetDirectoryName(path)!)) < allowed) return false;
            return Remove(path, signed);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return true;
        }
    }

    /// <summary>Lets go of it, unless it was taken away.</summary>
    public void Dispose()
    {
        using (ManualResetEvent stopped = new(false))
            if (heart.Dispose(stopped)) stopped.WaitOne();
        try
        {
            if (IsHeld) Disk.DeleteFile(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Others see soon that this process is gone, or silent.
        }
    }

    /// <summary>By another name first: of several who find it abandoned one moves it, and whoever moved the next holder's puts that back.</summary>
    static bool Remove(string path, byte[] signed)
    {
        string aside = $"{path}.{Guid.NewGuid():N}.gone";
        Disk.MoveFile(path, aside);
        if (!File.ReadAllBytes(aside).AsSpan().SequenceEqual(signed))
        {
            try
            {
                Disk.MoveFile(aside, path, overwrite: false);
                return false;
            }
            catch (IOException)
            {
                // A third one was quicker still.
            }
        }

        Disk.DeleteFile(aside);
        return true;
    }

    static Lease? TryMake(string path)
    {
        byte[] signature = Json.Write(LeaseOwner.New());
        try
        {
            Disk.Before(path);
            using FileStream file = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, 1);
            file.Write(signature);
            file.Flush(flushToDisk: true);
        }
        catch (IOException error) when (error.HResult is UnixExists or WindowsExists)
        {
            return null;
        }

        return new(path, signature);
    }

    /// <summary>Writes the file again as it is, which gives it the time of now.</summary>
    internal void Sign()
    {
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, 1);
            byte[] found = new byte[signature.Length];
            if (file.ReadAtLeast(found, found.Length, throwOnEndOfStream: false) < found.Length || !found.AsSpan().SequenceEqual(signature)) return;
            file.Position = 0;
            file.Write(signature);
            file.Flush(flushToDisk: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It was taken away, or the server does not answer: the next beat may reach it.
        }
    }
}
