using System.Numerics;

namespace SpikeData.Imaging;

/// <summary>One chroma component of a frame, row by row, with rows made up between its own.</summary>
sealed class ChromaPlane
{
    readonly PixelLayout? layout;
    readonly int component, height, width;
    readonly int[] mixed;
    int[] upper, lower;
    int upperRow, lowerRow;

    public ChromaPlane(PixelLayout? layout, int component, int width, int height)
    {
        (this.layout, this.component, this.width, this.height) = (layout, component, width, height);
        (mixed, upper, lower) = (new int[ConvertRow.Room(width)], new int[ConvertRow.Room(width)], new int[ConvertRow.Room(width)]);
    }

    /// <summary>A plane without color.</summary>
    public static ChromaPlane Neutral(int width, int depth)
    {
        ChromaPlane plane = new(null, 0, width, 0);
        Array.Fill(plane.mixed, ChromaPosition.Parts << (depth - 1));
        return plane;
    }

    /// <summary>Forgets the rows of the frame before.</summary>
    public void Begin() => upperRow = lowerRow = -1;

    /// <summary>Samples in eighths, from index 1 on, the outer ones repeated around.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="before">The row above, which may be -1.</param>
    /// <param name="eighths">How far it is to the next.</param>
    public ReadOnlySpan<int> At(FrameView frame, int before, int eighths)
    {
        if (layout is null) return mixed;
        (int above, int below) = (Math.Clamp(before, 0, height - 1), Math.Clamp(before + (eighths > 0 ? 1 : 0), 0, height - 1));
        if (above == lowerRow) (upper, lower, upperRow, lowerRow) = (lower, upper, lowerRow, upperRow);
        Load(frame, above, upper, ref upperRow);
        if (below == above)
        {
            Mix(upper, upper, 0);
            return mixed;
        }

        Load(frame, below, lower, ref lowerRow);
        Mix(upper, lower, eighths);
        return mixed;
    }

    void Load(FrameView frame, int row, int[] into, ref int loaded)
    {
        if (loaded == row) return;
        Span<ushort> samples = width <= 4096 ? stackalloc ushort[width] : new ushort[width];
        layout!.Read(frame, component, row, samples);
        for (int i = 0; i < width; i++) into[i + 1] = samples[i];
        into[0] = into[1];
        into.AsSpan(width + 1).Fill(into[width]);
        loaded = row;
    }

    void Mix(int[] above, int[] below, int eighths)
    {
        int i = 0;
        for (; i + Vector<int>.Count <= mixed.Length; i += Vector<int>.Count)
            ((new Vector<int>(above, i) * (ChromaPosition.Parts - eighths)) + (new Vector<int>(below, i) * eighths)).CopyTo(mixed, i);
        for (; i < mixed.Length; i++) mixed[i] = (above[i] * (ChromaPosition.Parts - eighths)) + (below[i] * eighths);
    }
}
