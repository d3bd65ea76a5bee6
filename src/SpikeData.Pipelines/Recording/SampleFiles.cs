using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Writes the files of one clip into a folder, encoding them on other threads while the clip goes on.</summary>
sealed class SampleFiles(string folder, Samples samples, CancellationToken cancellation) : ISampleWriter
{
    /// <summary>The kind of the files that say how others are read; they belong to no product.</summary>
    public const string SidecarKind = "sidecar";

    readonly Clip clip = samples.Clip;
    readonly SemaphoreSlim slots = samples.Clip.Workspace.EncodingSlots;
    readonly HashSet<RelativePath> paths = [];
    readonly ConcurrentBag<StoredFile> written = [];
    readonly List<Task> encodings = [];
    Exception? failure;

    /// <summary>A file that lies in the folder already.</summary>
    public void Add(StoredFile file)
    {
        if (!paths.Add(file.Path)) throw Errors.SameFile(file.Path);
        written.Add(file);
    }

    public void Write(string kind, int exposure, int number, string extension, IFileContent content)
    {
        RelativePath path;
        try
        {
            path = PathOf(kind, Exposures.Label(number, clip.Digits), extension);
            if (Volatile.Read(ref failure) is { } failed) throw failed;
            if (!paths.Add(path)) throw Errors.SameFile(path);
            slots.Wait(cancellation);
        }
        catch
        {
            content.Dispose();
            throw;
        }

        encodings.RemoveAll(task => task.IsCompletedSuccessfully);
        encodings.Add(Task.Run(() => Encode(path, kind, exposure, number, content), CancellationToken.None));
    }

    /// <summary>Waits until every file is on the disk.</summary>
    /// <returns>The files, sorted by path.</returns>
    /// <exception cref="SpikeDataException">A file could not be written (SPIKE406, SPIKE407).</exception>
    public StoredFile[] Finish()
    {
        Settle();
        if (failure is not null) throw failure;
        return [.. written.OrderBy(file => file.Path.Text, StringComparer.Ordinal)];
    }

    /// <summary>Waits until no thread writes any more, whatever became of the files.</summary>
    public void Settle() => Task.WaitAll(encodings, CancellationToken.None);

    void Encode(RelativePath path, string kind, int exposure, int number, IFileContent content)
    {
        string target = path.In(folder);
        try
        {
            using (content)
            {
                // A draft that somebody removed is not begun again without its first files.
                if (!Directory.Exists(folder)) throw Errors.DraftGone(folder);
                Disk.MakeFolder(Path.GetDirectoryName(target)!);
                (long bytes, string digest) = Save(target, content.Encode);
                written.Add(new(path, kind, exposure, number, bytes, digest));
            }

            if (SidecarOf(kind, path) is { } sidecar)
            {
                (long bytes, string digest) = Save(Sidecar.PathOf(target), stream => stream.Write(sidecar));
                written.Add(new(RelativePath.Parse(Sidecar.PathOf(path.Text)), SidecarKind, exposure, number, bytes, digest));
            }
        }
        catch (Exception error)
        {
            Exception explained = error is IOException && !Directory.Exists(folder) ? Errors.DraftGone(folder) : Errors.Writing(target, error);
            Interlocked.CompareExchange(ref failure, explained, null);
        }
        finally
        {
            slots.Release();
        }
    }

    /// <summary>A layout may be somebody's own.</summary>
    RelativePath PathOf(string kind, string label, string extension)
    {
        string text = samples.Layout.PathOf(clip.Source, kind, label, extension);
        RelativePath path = RelativePath.TryParse(text) ?? throw Errors.BadName("The file", text, RelativePath.FaultOf(text)!);
        return path.Parent is null && ProgramFiles.Contain(path.Name) ? throw Errors.BadName("The file", text, ProgramFiles.Fault) : path;
    }

    byte[]? SidecarOf(string kind, RelativePath path) =>
        samples.Sidecars && path.Name.EndsWith(".dat", StringComparison.Ordinal) && samples.Products.FirstOrDefault(product => product.Kind == kind) is { } product
            ? Encoding.UTF8.GetBytes(Sidecar.Write(RecordingFacts.OfManifest(AsInAFile(product.Facts))))
            : null;

    /// <summary>Numbers read from JSON convert to any type; those put together in memory keep the one they have.</summary>
    static JsonObject AsInAFile(JsonObject facts) => JsonNode.Parse(facts.ToJsonString())!.AsObject();

    static (long Bytes, string Digest) Save(string target, Action<Stream> encode)
    {
        Disk.Before(target);
        using var file = new FileStream(target, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        using var stream = new DigestStream(file);
        encode(stream);
        file.Flush(flushToDisk: true);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file.SafeFileHandle, UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        return (file.Length, stream.Finish());
    }
}
