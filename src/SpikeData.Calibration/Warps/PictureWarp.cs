using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Calibration;

/// <summary>Warps pictures of one size by a fixed map, on a device; the same bytes on every one.</summary>
public sealed class PictureWarp : IDisposable
{
    readonly Device device;
    readonly int sourceHeight, sourceWidth, height, width;
    readonly Buffer<int> xs, ys, source, target;

    /// <param name="device">Where it runs.</param>
    /// <param name="map">Where pixels come from.</param>
    /// <param name="sourceHeight">Rows of the pictures to warp.</param>
    /// <param name="sourceWidth">Columns of the pictures to warp.</param>
    public PictureWarp(Device device, WarpMap map, int sourceHeight, int sourceWidth)
    {
        (this.device, this.sourceHeight, this.sourceWidth, height, width) = (device, sourceHeight, sourceWidth, map.Height, map.Width);
        (xs, ys) = (device.Allocate<int>(map.X.Length), device.Allocate<int>(map.Y.Length));
        (source, target) = (device.Allocate<int>(checked(sourceHeight * sourceWidth)), device.Allocate<int>(map.X.Length));
        xs.Upload(map.X);
        ys.Upload(map.Y);
    }

    /// <summary>Warps a color frame of the source's size into one of the map's size.</summary>
    public void Warp(Frame from, Frame to)
    {
        device.Run(new PackPixels(from.Pixels.View, source.View, sourceWidth), sourceHeight, sourceWidth);
        Run();
        device.Run(new UnpackPixels(target.View, to.Pixels.View, width), height, width * 3);
    }

    /// <summary>Warps a gray picture.</summary>
    public GrayPicture Warp(GrayPicture picture)
    {
        source.Upload(Array.ConvertAll(picture.Pixels, gray => (int)gray));
        Run();
        int[] pixels = new int[height * width];
        target.Download(pixels);
        return picture with { Height = height, Width = width, Pixels = Array.ConvertAll(pixels, gray => (byte)gray) };
    }

    public void Dispose()
    {
        xs.Dispose();
        ys.Dispose();
        source.Dispose();
        target.Dispose();
    }

    void Run() => device.Run(new WarpPixels(source.View, xs.View, ys.View, target.View, sourceHeight, sourceWidth, width), height, width);
}
