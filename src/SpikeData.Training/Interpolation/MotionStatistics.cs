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

    /// <summary>Adds what a network saw between two frames.</summary>
    /// <param name="size">The frame's size without padding.</param>
    public void Add(Tape tape, VideoFrame frame, FrameSize size)
    {
        Shape shape = frame.Flows.Shape;
        int plane = shape.Height * shape.Width;
        if (planes.Length < 4 * plane) planes = new float[4 * plane];
        tape.Read(frame.Flows, planes.AsSpan(0, 4 * plane));
        (int height, int width) = (Math.Max(size.Height / frame.FlowScale, 1), Math.Max(size.Width / frame.FlowScale, 1));
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++) Add(y, x, y * shape.Width + x, plane, height, width, frame.FlowScale);
    }

    void Add(int y, int x, int at, int plane, int height, int width, int scale)
    {
        (float toFirstX, float toFirstY, float toSecondX, float toSecondY) = (planes[at], planes[plane + at], planes[2 * plane + at], planes[3 * plane + at]);
        float length = scale * MathF.Sqrt((toSecondX - toFirstX) * (toSecondX - toFirstX) + (toSecondY - toFirstY) * (toSecondY - toFirstY));
        largest = length > largest ? MathF.Min(length, Most) : largest;
        seen++;
        if (!IsInside(x + toFirstX, width) || !IsInside(y + toFirstY, height) || !IsInside(x + toSecondX, width) || !IsInside(y + toSecondY, height)) leaving++;
    }

    /// <summary>Half a pixel beyond the last one's center is its border.</summary>
    static bool IsInside(float place, int length) => place >= -0.5f && place <= length - 0.5f;
}
