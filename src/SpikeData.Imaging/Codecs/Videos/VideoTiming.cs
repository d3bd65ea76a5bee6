using System.Globalization;

namespace SpikeData.Imaging;

/// <summary>When each frame of a video is shown.</summary>
/// <param name="times">In units of the time base, in order.</param>
/// <param name="numerator">Of the time base, in seconds.</param>
/// <param name="denominator">Of the time base.</param>
public sealed class VideoTiming(IReadOnlyList<long> times, int numerator, int denominator)
{
    /// <summary>Matroska and FLV round times to that, which stays when they are copied to containers with a finer clock.</summary>
    const double Coarsest = 0.001;

    /// <summary>For the rounding of the sums themselves.</summary>
    const double Slack = 1 + 1e-9;

    readonly double tick = (double)numerator / denominator;

    /// <summary>How many frames there are.</summary>
    public int Count => times.Count;

    /// <summary>The shortest, the middle and the longest distance between frames, in seconds; null where there are fewer than two frames.</summary>
    public (double Shortest, double Median, double Longest)? Distances
    {
        get
        {
            if (Count < 2) return null;
            double[] distances = [.. times.Zip(times.Skip(1), (one, next) => (next - one) * tick).Order()];
            return (distances[0], distances[distances.Length / 2], distances[^1]);
        }
    }

    /// <summary>Frames per second, measured from the first to the last; null where no time passes.</summary>
    public double? FramesPerSecond => Count > 1 && times[^1] > times[0] ? (Count - 1) / ((times[^1] - times[0]) * tick) : null;

    /// <summary>Frames per second as most of them follow each other: as stated, or a whole number, where times agree with that.</summary>
    /// <param name="stated">What the file says; null where it says nothing.</param>
    /// <returns>Null where no time passes.</returns>
    public double? UsualRate(double? stated)
    {
        if (Distances is not { Median: > 0 and var usual }) return null;
        double slack = Math.Min(Math.Max(tick, Coarsest), 0.25 * usual);
        foreach (double? rate in (double?[])[stated, Math.Round(1 / usual)])
            if (rate > 0 && Math.Abs((1 / rate.Value) - usual) <= slack) return rate;
        return Math.Round(1 / usual, 3);
    }

    /// <summary>
    /// How far times may lie off an even course, in seconds: what rounding to the clock of the file leaves, or to the coarsest clock
    /// of common files as long as that is a quarter of a distance at most.
    /// </summary>
    public double Tolerance => FramesPerSecond is { } rate ? Math.Max(tick, Math.Min(Coarsest, 0.25 / rate)) : tick;

    /// <summary>The times of some neighboring frames, the last one included.</summary>
    public VideoTiming Part(int first, int last) => new([.. times.Take(last + 1).Skip(first)], numerator, denominator);

    /// <summary>When a frame is shown, in seconds after the first.</summary>
    public double Time(int frame) => (times[frame] - times[0]) * tick;

    /// <summary>The first frame whose distance from the one before differs from those before it; null where all are even.</summary>
    public int? FirstUneven()
    {
        if (IsEven(Count)) return null;
        int even = 2, uneven = Count;
        while (uneven - even > 1)
        {
            int middle = (even + uneven) / 2;
            if (IsEven(middle)) even = middle;
            else uneven = middle;
        }

        return uneven - 1;
    }

    /// <summary>Whether frames could follow each other at this rate, for all that rounding leaves of their times.</summary>
    public bool Fits(double framesPerSecond)
    {
        double distance = 1 / (framesPerSecond * tick), least = double.MaxValue, most = double.MinValue;
        for (int i = 0; i < Count; i++)
        {
            double off = times[i] - times[0] - (i * distance);
            (least, most) = (Math.Min(least, off), Math.Max(most, off));
        }

        return most - least <= Tolerance / tick * Slack;
    }

    /// <summary>For each instant of an even course, the frame that is nearest in time, the earlier of two.</summary>
    public int[] Resampled(double framesPerSecond)
    {
        List<int> frames = [];
        double last = Time(Count - 1), half = 0.5 / framesPerSecond;
        for (int i = 0, frame = 0; i / framesPerSecond < last + half || i == 0; i++)
        {
            double instant = i / framesPerSecond;
            while (frame + 1 < Count && Math.Abs(Time(frame + 1) - instant) < Math.Abs(Time(frame) - instant)) frame++;
            frames.Add(frame);
        }

        return [.. frames];
    }

    /// <summary>A frame's distance from the one before, in words.</summary>
    public string Distance(int frame) => string.Create(CultureInfo.InvariantCulture, $"{(times[frame] - times[frame - 1]) * tick * 1000:0.###} ms");

    /// <summary>Whether a straight line passes through the first times when each may be off by what is tolerated.</summary>
    bool IsEven(int count)
    {
        if (count < 3) return count < 2 || times[1] > times[0];
        // The narrowest band about all points is as high as their convex hull at its highest place, which is above or below a corner.
        List<int> upper = Hull(count, 1), lower = Hull(count, -1);
        return Math.Max(Height(upper, lower), Height(lower, upper)) <= Tolerance / tick * Slack;
    }

    List<int> Hull(int count, int side)
    {
        List<int> hull = [];
        for (int i = 0; i < count; i++)
        {
            while (hull.Count > 1 && side * Turn(hull[^2], hull[^1], i) >= 0) hull.RemoveAt(hull.Count - 1);
            hull.Add(i);
        }

        return hull;
    }

    /// <summary>Above 0 where the way from one point over another to a third turns upwards.</summary>
    int Turn(int from, int over, int to) =>
        Int128.Sign(((Int128)(times[to] - times[from]) * (over - from)) - ((Int128)(times[over] - times[from]) * (to - from)));

    /// <summary>The greatest distance of corners from the opposite hull.</summary>
    double Height(List<int> corners, List<int> opposite)
    {
        double most = 0;
        for (int i = 0, edge = 0; i < corners.Count; i++)
        {
            while (edge + 2 < opposite.Count && opposite[edge + 1] < corners[i]) edge++;
            (int left, int right) = (opposite[edge], opposite[edge + 1]);
            double on = times[left] - times[0] + ((double)(times[right] - times[left]) * (corners[i] - left) / (right - left));
            most = Math.Max(most, Math.Abs(times[corners[i]] - times[0] - on));
        }

        return most;
    }
}
