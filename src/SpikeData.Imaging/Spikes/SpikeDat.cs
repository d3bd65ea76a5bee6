using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>A .dat file opened for reading: ticks of packed spikes one after another, without a header.</summary>
/// <remarks>
/// The size of a frame stands nowhere in the file, so a wrong one reads as garbage; the only sign of it is a length that is no whole
/// number of frames. Ticks are read one at a time: a file may be larger than memory.
/// </remarks>
public sealed class SpikeDat : IDisposable
{
    readonly FileStream stream;

    SpikeDat(FileStream stream, SpikeLayout layout)
    {
        (this.stream, Layout) = (stream, layout);
        (Ticks, TailBytes) = Math.DivRem(stream.Length, layout.FrameBytes);
    }

    public SpikeLayout Layout { get; }

    /// <summary>How many whole ticks the file holds.</summary>
    public long Ticks { get; }

    /// <summary>The bytes behind the last whole tick: 0, or a sign of a cut file or of another frame size.</summary>
    public long TailBytes { get; }

    /// <summary>What a person should know before trusting the file, or nothing.</summary>
    public string? Warning => TailBytes == 0 ? null
        : $"{stream.Name}: {stream.Length} bytes are {Ticks} ticks of {Layout.Width}x{Layout.Height} and {TailBytes} bytes of an incomplete one, which is left out. " +
          "The file was cut short, or its frames have another size.";

    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="SpikeDataException">SPIKE472: the file does not hold one whole tick.</exception>
    public static SpikeDat Open(string path, SpikeLayout layout)
    {
        FileStream stream = File.OpenRead(path);
        if (stream.Length >= layout.FrameBytes) return new(stream, layout);
        long length = stream.Length;
        stream.Dispose();
        throw new SpikeDataException("SPIKE472",
            $"The file has {length} bytes, but one tick of {layout.Width}x{layout.Height} takes {layout.FrameBytes}; give the size the camera had.") { File = path };
    }

    /// <summary>Reads the packed bits of one tick into the first <see cref="SpikeLayout.FrameBytes"/> bytes of a buffer.</summary>
    public void Read(long tick, Span<byte> frame)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((ulong)tick, (ulong)Ticks, nameof(tick));
        stream.Position = tick * Layout.FrameBytes;
        stream.ReadExactly(frame[..Layout.FrameBytes]);
    }

    /// <summary>Reads neighboring ticks into memory.</summary>
    /// <exception cref="SpikeDataException">SPIKE473: the file does not hold these ticks, or they are more than 2 GiB.</exception>
    public SpikeStream Read(long first, int ticks)
    {
        if (first < 0 || ticks < 0 || first > Ticks - ticks)
            throw new SpikeDataException("SPIKE473", $"Ticks {first} to {first + ticks - 1} are wanted; the file holds {Ticks}.") { File = stream.Name };
        if ((long)ticks * Layout.FrameBytes > Array.MaxLength)
            throw new SpikeDataException("SPIKE473", $"{ticks} ticks of {Layout.Width}x{Layout.Height} exceed 2 GiB; read fewer at a time.") { File = stream.Name };
        byte[] packed = new byte[ticks * Layout.FrameBytes];
        stream.Position = first * Layout.FrameBytes;
        stream.ReadExactly(packed);
        return new(Layout, packed);
    }

    /// <summary>Appends one tick to a file.</summary>
    /// <param name="target">The file.</param>
    /// <param name="frame">Exactly the packed bits of one tick; several calls make a stream.</param>
    /// <param name="layout">What the frame must agree with.</param>
    public static void Write(Stream target, ReadOnlySpan<byte> frame, SpikeLayout layout)
    {
        if (frame.Length != layout.FrameBytes)
            throw new ArgumentException($"A tick of {layout.Width}x{layout.Height} takes {layout.FrameBytes} bytes, not {frame.Length}.", nameof(frame));
        target.Write(frame);
    }

    /// <summary>Writes a whole stream.</summary>
    public static void Write(Stream target, SpikeStream spikes)
    {
        for (int tick = 0; tick < spikes.Ticks; tick++) target.Write(spikes.Frame(tick));
    }

    public void Dispose() => stream.Dispose();
}
