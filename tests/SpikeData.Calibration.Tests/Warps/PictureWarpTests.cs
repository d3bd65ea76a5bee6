using SpikeData.Compute;

namespace SpikeData.Calibration.Tests;

public sealed class PictureWarpTests : IDisposable
{
    static readonly Camera Camera = new(40, 60, new(50, 50), new(29.5, 19.5), default);
    readonly Device device = Device.Open("cpu");

    public void Dispose() => device.Dispose();

    [Fact]
    public void MapThatMovesNothing_ChangesNothing()
    {
        GrayPicture picture = Slope();
        Assert.Equal(picture.Pixels, Warp(picture, place => place).Pixels);
    }

    [Fact]
    public void EvenSlopeMovedByAPartOfAPixel_IsTheSlopeThere()
    {
        GrayPicture warped = Warp(Slope(), place => place + new Point2(0.25, 0));
        // Four levels a column: a quarter of a column is one level.
        for (int x = 0; x < Camera.Width - 1; x++) Assert.Equal(4 * x + 1, warped.Pixels[x]);
    }

    [Fact]
    public void PlacesBeyondTheBorder_AreBlackAndNotCovered()
    {
        WarpMap map = WarpMap.Of(Camera.Height, Camera.Width, Camera, place => place - new Point2(30, 0));
        Assert.Equal(0.5, map.Coverage, 2);
        Assert.All(Warp(Slope(), place => place - new Point2(30, 0)).Pixels[..29], pixel => Assert.Equal(0, pixel));
    }

    GrayPicture Warp(GrayPicture picture, Func<Point2, Point2> origin)
    {
        using PictureWarp warp = new(device, WarpMap.Of(picture.Height, picture.Width, Camera, origin), picture.Height, picture.Width);
        return warp.Warp(picture);
    }

    static GrayPicture Slope() => new("slope", Camera.Height, Camera.Width, [.. Enumerable.Range(0, Camera.Height * Camera.Width).Select(pixel => (byte)(pixel % Camera.Width * 4))]);
}
