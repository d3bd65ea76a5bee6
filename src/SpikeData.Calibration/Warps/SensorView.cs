using SpikeData.Compute;

namespace SpikeData.Calibration;

/// <summary>Pictures of a rig as the spike camera's own pixels would see them: warped onto its finer grid, and each of its pixels the mean of its part.</summary>
public sealed class SensorView : IDisposable
{
    /// <summary>The fewest rows and columns of <see cref="Inside"/>.</summary>
    const int Smallest = 8;

    readonly SpikeGrid grid;
    readonly PictureWarp warp;

    /// <param name="device">Where it runs.</param>
    /// <param name="grid">The grid.</param>
    public SensorView(Device device, SpikeGrid grid)
    {
        this.grid = grid;
        WarpMap map = grid.Map();
        warp = new(device, map, grid.Rig.Left.Height, grid.Rig.Left.Width);
        Seen = [.. Enumerable.Range(0, Height * Width).Where(pixel => Part(pixel).All(at => map.X[at] >= 0))];
        Inside = InsideOf([.. Seen]);
    }

    /// <summary>The spike pixels, row by row, whose whole area the picture camera sees.</summary>
    public int[] Seen { get; }

    /// <summary>A rectangle of spike pixels that the picture camera sees, all but a few of them; null where it is no part of the sensor worth the name.</summary>
    public Region? Inside { get; }

    int Height => grid.Rig.Right.Height;

    int Width => grid.Rig.Right.Width;

    /// <exception cref="SpikeDataException">SPIKE608: the picture is not of the calibrated camera's size.</exception>
    public GrayPicture See(GrayPicture picture)
    {
        if ((picture.Height, picture.Width) != (grid.Rig.Left.Height, grid.Rig.Left.Width))
            throw Errors.OtherCamera(picture.File ?? picture.Name, new(picture.Width, picture.Height), grid.Rig.Left);
        byte[] fine = warp.Warp(picture).Pixels, pixels = new byte[Height * Width];
        int scale = grid.Scale, area = scale * scale;
        for (int pixel = 0; pixel < pixels.Length; pixel++)
        {
            (int row, int column) = Math.DivRem(pixel, Width);
            int sum = area / 2;
            for (int y = row * scale; y < (row + 1) * scale; y++)
                foreach (byte gray in fine.AsSpan(y * grid.Width + column * scale, scale)) sum += gray;
            pixels[pixel] = (byte)(sum / area);
        }

        return picture with { Height = Height, Width = Width, Pixels = pixels };
    }

    public void Dispose() => warp.Dispose();

    /// <summary>The places of the finer grid within a spike pixel.</summary>
    IEnumerable<int> Part(int pixel)
    {
        (int row, int column) = Math.DivRem(pixel, Width);
        for (int y = 0; y < grid.Scale; y++)
            for (int x = 0; x < grid.Scale; x++)
                yield return (row * grid.Scale + y) * grid.Width + column * grid.Scale + x;
    }

    /// <summary>What is left of the sensor when the side with the largest share of unseen pixels is cut off again and again, until all sides are seen.</summary>
    Region? InsideOf(HashSet<int> seen)
    {
        (int left, int top, int right, int bottom) = (0, 0, Width, Height);
        while (right - left >= Smallest && bottom - top >= Smallest)
        {
            double[] unseen = [Row(top), Row(bottom - 1), Column(left), Column(right - 1)];
            int worst = Array.IndexOf(unseen, unseen.Max());
            if (unseen[worst] == 0) return new(left, top, right - left, bottom - top);
            (left, top, right, bottom) = worst switch { 0 => (left, top + 1, right, bottom), 1 => (left, top, right, bottom - 1), 2 => (left + 1, top, right, bottom), _ => (left, top, right - 1, bottom) };
        }

        return null;

        double Row(int y) => Enumerable.Range(left, right - left).Average(x => seen.Contains(y * Width + x) ? 0 : 1.0);

        double Column(int x) => Enumerable.Range(top, bottom - top).Average(y => seen.Contains(y * Width + x) ? 0 : 1.0);
    }
}
