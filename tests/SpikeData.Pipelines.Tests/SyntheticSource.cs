using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines.Tests;

/// <summary>Clips that are computed: frame f of a clip is an even gray of its brightness, so tests know every pixel. Counts the frames that are out.</summary>
[Stage("synthetic")]
sealed record SyntheticSource(int Frames, FrameSize? Size = null) : IClipSource
{
    int framesOut;

    /// <summary>Where a file per clip stands for its content.</summary>
    public required TemporaryFolder Folder { get; init; }

    public required Func<int, byte> Brightness { get; init; }

    public string[] Clips { get; init; } = ["clip"];

    public string Pattern => "{clip}.txt";

    /// <summary>The most frames that were out at any time.</summary>
    public int MostFramesOut { get; private set; }

    /// <summary>How many frames are out.</summary>
    public int FramesOut => framesOut;

    /// <summary>How often a clip was opened.</summary>
    public int Opened { get; private set; }

    /// <summary>Called when a clip is opened.</summary>
    public Action OnOpen { get; init; } = () => { };

    /// <summary>Called before each frame is given out, with the name of the clip and the frame.</summary>
    public Action<string, int> OnFrame { get; init; } = (_, _) => { };

    public IReadOnlyList<ClipSource> Apply(Workspace input) => [.. Clips.Select(name =>
    {
        if (!File.Exists(Folder[name + ".txt"])) Folder.Write(name + ".txt", name);
        return new ClipSource(name, "", [Folder[name + ".txt"]]);
    })];

    public Clip Open(ClipSource source, Workspace workspace)
    {
        Opened++;
        OnOpen();
        return new(workspace, source, Size ?? new(8, 8), Pull(source.Name, workspace.Device)) { Count = Frames };
    }

    IEnumerable<Frame> Pull(string clip, Device device)
    {
        (int width, int height) = (Size?.Width ?? 8, Size?.Height ?? 8);
        for (int index = 0; index < Frames; index++)
        {
            OnFrame(clip, index);
            Buffer<byte> pixels = device.Allocate<byte>(width * height * 3);
            pixels.Span.Fill(Brightness(index));
            lock (this) MostFramesOut = Math.Max(MostFramesOut, ++framesOut);
            yield return new(pixels, height, width, Return);
        }
    }

    void Return(Buffer<byte> pixels)
    {
        pixels.Dispose();
        lock (this) framesOut--;
    }
}
