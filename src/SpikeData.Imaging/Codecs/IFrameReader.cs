using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>The pictures of one clip in time order: a video, or a list of picture files.</summary>
public interface IFrameReader : IDisposable
{
    int Height { get; }

    int Width { get; }

    /// <summary>How many frames the clip says it has. A video may hold fewer or more: its end is where <see cref="TryRead"/> says so.</summary>
    int? Count { get; }

    /// <summary>Decodes the next frame, unless the clip is over.</summary>
    /// <param name="bgr">Receives [height, width, 3] bytes: blue, green, red, rows top-down, no padding.</param>
    /// <exception cref="SpikeDataException">SPIKE441 to SPIKE445: the file is unreadable, damaged or of another size.</exception>
    bool TryRead(Span<byte> bgr);

    /// <summary>Passes over frames, exactly; returns how many there were, fewer than asked for when the clip ends before.</summary>
    int Skip(int frames);
}
