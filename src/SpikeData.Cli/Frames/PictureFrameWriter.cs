using System.Globalization;
using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Cli;

/// <summary>Keeps frames as PNG pictures in a folder of their own: 000000.png, 000001.png and so on.</summary>
sealed class PictureFrameWriter : IFrameWriter
{
    readonly string folder, draft;
    readonly FrameSize size;
    int count;

    /// <exception cref="SpikeDataException">SPIKE562: the folder holds files.</exception>
    internal PictureFrameWriter(string folder, FrameSize size)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new SpikeDataException("SPIKE562", "The folder holds files already, which frames would mix with. Name a new one.") { File = folder };
        (this.folder, this.size) = (folder, size);
        draft = $"{Path.TrimEndingDirectorySeparator(folder)}.{Environment.ProcessId}.draft";
        Directory.CreateDirectory(draft);
    }

    public void Write(ReadOnlySpan<byte> pixels) =>
        File.WriteAllBytes(Path.Combine(draft, count++.ToString("D6", CultureInfo.InvariantCulture) + ".png"), Png.Color(pixels, size.Height, size.Width));

    public void Finish()
    {
        if (Directory.Exists(folder)) Directory.Delete(folder);
        Directory.Move(draft, folder);
    }

    public void Dispose()
    {
        if (Directory.Exists(draft)) Directory.Delete(draft, recursive: true);
    }
}
