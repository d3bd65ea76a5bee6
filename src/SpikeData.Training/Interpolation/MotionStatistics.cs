using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>How far things move between the frames of a clip, as a network sees it.</summary>
sealed class MotionStatistics
{
    // A network may be sure of anything; no frame is longer.
    const float Most = 1 << 14;

    float largest;
    long seen, leaving;
    float[] planes = [];

    /// <summary>The largest motion between two neighboring frames, in pixels, rounded up.</summary>
    public int Largest => (int)MathF.Ceiling(largest);

    /// <summary>The share of pixels whose motion points out of the first or the second frame.</summary>
    public double Leaving => seen == 0 ? 0 : Math.Round((double)leaving / seen, 4);

    /// <summary>Adds what a network saw between two frames, or between parts of them.</summary>
    /// <param name="size">The frame's size without padding.</param>
    /// <param name="tile">The part of the frame; what it shares with tiles before it is left out.</param>
    public void Add(Tape tape, VideoFrame frame, FrameSize size, Tile tile)
    {
        Shape shape = frame.Flows.Shape;
        int plane = shape.Height * shape.Width, scale = frame.FlowScale;
        if (planes.Length < 4 * plane) planes = new float[4 * plane];
        tape.Read(frame.Flows, planes.AsSpan(0, 4 * plane));
        FrameSize grid = new(Math.Max(size.Width / scale, 1), Math.Max(size.Height / scale, 1));
        (int top, int left) = (tile.Top / scale, tile.Left / scale);
        for (int y = tile.Top > 0 ? tile.Overlap / scale : 0; y < Math.Max(tile.Height / scale, 1); y++)
            for (int x = tile.Left > 0 ? tile.Overlap / scale : 0; x < Math.Max(tile.Width / scale, 1); x++)
                Add(top + y, left + x, y * shape.Width + x, plane, grid, scale);
    }

    void Add(int y, int x, int at, int plane, FrameSize grid, int scale)
    {
        (float toFirstX, float toFirstY, float toSecondX, float toSecondY) = (planes[at], planes[plane + at], planes[2 * plane + at], planes[3 * plane + at]);
        float length = scale * MathF.Sqrt((toSecondX - toFirstX) * (toSecondX - toFirstX) + (toSecondY - toFirstY) * (toSecondY - toFirstY));
        largest = length > largest ? MathF.Min(length, Most) : largest;
        seen++;
        bool staysInside = IsInside(x + toFirstX, grid.Width) && IsInside(y + toFirstY, grid.Height) && IsInside(x + toSecondX, grid.Width) && IsInside(y + toSecondY, grid.Height);
        if (!staysInside) leaving++;
    }

    /// <summary>Half a pixel beyond the last one's center is its border.</summary>
    static bool IsInside(float place, int length) => place >= -0.5f && place <= length - 0.5f;
}
