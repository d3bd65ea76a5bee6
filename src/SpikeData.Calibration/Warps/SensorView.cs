using SpikeData.Compute;

namespace SpikeData.Calibration;

/// <summary>Pictures of a rig as the spike camera's own pixels would see them: warped onto its finer grid, and each of its pixels the mean of its part.</summary>
public sealed class SensorView : IDisposable
{
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
    }

    /// <summary>The spike pixels, row by row, whose whole area the picture camera sees.</summary>
    public int[] Seen { get; }

    int Height => grid.Rig.Right.Height;

    int Width => grid.Rig.Right.Width;

    /// <exception cref="SpikeDataException">SPIKE608: the picture is not of the calibrated camera's size.</exception>
    public GrayPicture See(GrayPicture picture)
    {
        if ((picture.Height, picture.Width) != (grid.Rig.Left.Height, grid.Rig.Left.Width))
            throw Errors.OtherCamera(picture.File ?? picture.Name, new(picture.Width, picture.Height), grid.Rig.Left);
        byte[] fine = warp.Warp(picture).Pixels;
        int area = grid.Scale * grid.Scale;
        byte[] pixels = [.. Enumerable.Range(0, Height * Width).Select(pixel => (byte)((Part(pixel).Sum(at => fine[at]) + area / 2) / area))];
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
}
