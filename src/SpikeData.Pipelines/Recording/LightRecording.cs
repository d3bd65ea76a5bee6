using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>The light of a clip on its way into the store, written while the frames pass; given up where there is no room for it.</summary>
sealed class LightRecording : IRecorder
{
    /// <summary>Its name in its folder, and the kind of the file.</summary>
    public const string FileName = "light.bin", Kind = "light";

    readonly long room;
    readonly LightMeter meter;
    readonly int[] light;
    readonly FileStream file;
    readonly DigestStream digest;
    readonly LightWriter writer;
    bool isGivenUp;

    /// <param name="plan">What is recorded.</param>
    /// <param name="draft">Where it goes; disposed with this.</param>
    /// <param name="streams">The camera.</param>
    /// <param name="room">How many bytes there is room for.</param>
    public LightRecording(LightPlan plan, ClipDraft draft, SpikeStreams streams, long room)
    {
        (Light, Draft, this.room) = (plan, draft, room);
        meter = streams.Meter();
        light = new int[streams.Height * streams.Width];
        file = new(Path.Combine(draft.Folder, FileName), FileMode.CreateNew, FileAccess.Write, FileShare.Read, 1 << 16);
        digest = new(file);
        writer = new(digest, light.Length);
    }

    public LightPlan Light { get; }

    public ClipDraft Draft { get; }

    public void Take(Frame frame, int index)
    {
        if (isGivenUp) return;
        try
        {
            meter.Measure(frame).Download(light);
            writer.Write(light);
            isGivenUp = file.Length > room;
        }
        catch (IOException)
        {
            // The disk is full: the clip itself matters more.
            isGivenUp = true;
        }

        // The room is needed at once, not at the end of the clip.
        if (isGivenUp) file.SetLength(0);
    }

    /// <summary>The file, when all light is on the disk; null where it was given up.</summary>
    public StoredFile? Finish()
    {
        if (isGivenUp) return null;
        file.Flush(flushToDisk: true);
        StoredFile finished = new(RelativePath.Parse(FileName), Kind, 0, 0, file.Length, digest.Finish());
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file.SafeFileHandle, UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        file.Dispose();
        return finished;
    }

    public void Dispose()
    {
        try
        {
            file.Dispose();
        }
        catch (IOException)
        {
            // What it could not write any more was given up.
        }

        digest.Dispose();
        meter.Dispose();
        Draft.Dispose();
    }
}
