using SpikeData.Imaging;

namespace SpikeData.Calibration;

/// <summary>The light in each cell of a grid that is laid over a camera's pictures, picture by picture or tick by tick.</summary>
public sealed class CellLight
{
    readonly List<float[]> moments = [];

    /// <param name="area">What the grid is laid over.</param>
    /// <param name="rows">Rows of cells.</param>
    /// <param name="columns">Columns of cells.</param>
    CellLight(Region area, int rows, int columns) => (Area, Rows, Columns) = (area, Math.Min(rows, area.Height), Math.Min(columns, area.Width));

    public Region Area { get; }

    public int Rows { get; }

    public int Columns { get; }

    public int Cells => Rows * Columns;

    /// <summary>How many pictures or ticks there are.</summary>
    public int Moments => moments.Count;

    /// <summary>The light of one cell over time, from 0 to 1.</summary>
    public double[] Of(int cell) => [.. moments.Select(moment => (double)moment[cell])];

    /// <summary>The mean light of some cells over time.</summary>
    public double[] Of(IReadOnlyCollection<int> cells) => [.. moments.Select(moment => cells.Average(cell => (double)moment[cell]))];

    /// <summary>The smallest region that holds some cells.</summary>
    public Region RegionOf(IReadOnlyCollection<int> cells) => cells.Select(RegionOf).Aggregate((all, cell) => all.Union(cell));

    /// <summary>The pixels of a cell.</summary>
    public Region RegionOf(int cell)
    {
        (int row, int column) = Math.DivRem(cell, Columns);
        int top = Area.Height * row / Rows, left = Area.Width * column / Columns;
        return new(Area.X + left, Area.Y + top, Area.Width * (column + 1) / Columns - left, Area.Height * (row + 1) / Rows - top);
    }

    /// <summary>The mean gray value of each cell of each picture, or the mean light where it is known what light a code means.</summary>
    /// <exception cref="Compute.SpikeDataException">SPIKE603: pictures differ in size. SPIKE610: one does not hold the region.</exception>
    public static CellLight Of(IEnumerable<GrayPicture> pictures, Region? region, int rows, int columns, double[]? tone = null)
    {
        CellLight? light = null;
        GrayPicture? first = null;
        foreach (GrayPicture picture in pictures)
        {
            first ??= picture;
            if ((picture.Height, picture.Width) != (first.Height, first.Width)) throw Errors.OtherSize(picture, first);
            light ??= new((region ?? Region.Whole(picture.Height, picture.Width)).Within(picture.Height, picture.Width, picture.File ?? picture.Name), rows, columns);
            light.moments.Add(light.Measure(cell => Brightness.Mean(picture, cell, tone)));
        }

        return light ?? new(Region.Whole(1, 1), 1, 1);
    }

    /// <summary>The share of pixels that fire in each cell, tick by tick or as the mean of some neighboring ticks; read block by block.</summary>
    /// <exception cref="Compute.SpikeDataException">SPIKE610: the sensor does not hold the region.</exception>
    public static CellLight Of(SpikeRecording recording, Region? region, int rows, int columns, int ticksPerMoment = 1)
    {
        (int height, int width) = (recording.Layout.Height, recording.Layout.Width);
        CellLight light = new((region ?? Region.Whole(height, width)).Within(height, width, recording.Path), rows, columns);
        foreach (SpikeStream block in recording.Blocks(ticksPerMoment == 1 ? null : ticksPerMoment))
        {
            int ticks = ticksPerMoment == 1 ? 1 : block.Ticks;
            for (int tick = 0; tick + ticks <= block.Ticks; tick += ticks)
            {
                int first = tick;
                light.moments.Add(light.Measure(cell => Enumerable.Range(first, ticks).Average(now => Brightness.Share(block, now, cell))));
            }
        }

        return light;
    }

    float[] Measure(Func<Region, double> measure)
    {
        float[] moment = new float[Cells];
        for (int cell = 0; cell < Cells; cell++) moment[cell] = (float)measure(RegionOf(cell));
        return moment;
    }
}
