using SpikeData.Imaging;

namespace SpikeData.Calibration;

/// <summary>How much the scene changes from one picture to the next, over all cells of a grid: the motion energy that both cameras see alike.</summary>
/// <remarks>Nothing of the light itself need change. Cells, not pixels, since the cameras see the scene from two places.</remarks>
/// <param name="pictures">The brightness of each cell of each picture.</param>
/// <param name="ticks">The share of pixels that fire in each cell and tick.</param>
public sealed class MotionSignal(CellLight pictures, CellLight ticks) : SharedSignal(Changes(pictures), ticks.Moments)
{
    /// <summary>Cells of the grid over which motion is summed: enough to see what moves, and few enough that the rig's parallax matters little.</summary>
    const int Rows = 10, Columns = 16;

    /// <summary>How many pictures tell the tone curve.</summary>
    const int TonePictures = 24;

    readonly TickSums[] cells = [.. Enumerable.Range(0, ticks.Cells).Select(cell => new TickSums(ticks.Of(cell)))];

    internal override int PicturesAhead => 1;

    internal override double Predict(double middle, PictureClock clock)
    {
        double from = middle - clock.ExposureTicks / 2, to = middle + clock.ExposureTicks / 2, sum = 0;
        foreach (TickSums cell in cells) sum += Math.Abs(cell.Mean(from + clock.TicksPerPicture, to + clock.TicksPerPicture) - cell.Mean(from, to));
        return sum / cells.Length;
    }

    /// <summary>The signal of a recording.</summary>
    /// <param name="count">How many pictures there are.</param>
    /// <param name="read">Reads one; some are read twice, since what light their codes mean is found out first.</param>
    /// <param name="spikes">The spikes.</param>
    /// <param name="exposureTicks">About how long an exposure is.</param>
    /// <param name="inPictures">The part of pictures to look at.</param>
    /// <param name="inSpikes">The part of spike frames to look at.</param>
    public static MotionSignal Of(int count, Func<int, GrayPicture> read, SpikeRecording spikes, double exposureTicks, Region? inPictures = null, Region? inSpikes = null)
    {
        double[] tone = ToneMatch.Of(Enumerable.Range(0, count).Where(picture => picture % (1 + count / TonePictures) == 0).Select(read), spikes, exposureTicks);
        return new(CellLight.Of(Enumerable.Range(0, count).Select(read), inPictures, Rows, Columns, tone), CellLight.Of(spikes, inSpikes, Rows, Columns));
    }

    static double[] Changes(CellLight pictures)
    {
        double[] changes = new double[Math.Max(0, pictures.Moments - 1)];
        for (int cell = 0; cell < pictures.Cells; cell++)
        {
            double[] light = pictures.Of(cell);
            for (int picture = 0; picture < changes.Length; picture++) changes[picture] += Math.Abs(light[picture + 1] - light[picture]) / pictures.Cells;
        }

        return changes;
    }
}
