using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Cli;

/// <summary>Keeps frames as a video, which appears when it is whole.</summary>
sealed class VideoFrameWriter : IFrameWriter
{
    readonly string path, draft;
    readonly VideoFile video;

    internal VideoFrameWriter(string path, FrameSize size, double framesPerSecond)
    {
        this.path = path;
        // The extension tells the container.
        draft = Path.ChangeExtension(path, $".{Environment.ProcessId}.draft{Path.GetExtension(path)}");
        video = new(draft, size.Height, size.Width, framesPerSecond);
    }

    public void Write(ReadOnlySpan<byte> pixels) => video.Write(pixels);

    public void Finish()
    {
        video.Dispose();
        File.Move(draft, path, overwrite: true);
    }

    public void Dispose()
    {
        video.Dispose();
        File.Delete(draft);
    }
}
