using System.Numerics;

namespace SpikeData.Training.Tests;

public sealed class SpriteSceneTests
{
    static readonly Vector2[] Quad = [new(10, 20), new(50, 25), new(60, 70), new(5, 60)];

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 1, 0)]
    [InlineData(2, 1, 1)]
    [InlineData(3, 0, 1)]
    public void CornersOfAQuadrilateral_AreThoseOfTheSquare(int corner, float x, float y)
    {
        Vector2 seen = new Homography(Quad).Back(Quad[corner].X, Quad[corner].Y);
        Assert.Equal(x, seen.X, 1e-4f);
        Assert.Equal(y, seen.Y, 1e-4f);
    }

    [Fact]
    public void StraightLines_StayStraight()
    {
        Homography back = new(Quad);
        Vector2 a = back.Back(20, 30), b = back.Back(30, 40), c = back.Back(40, 50);
        Assert.Equal(0, (b.X - a.X) * (c.Y - a.Y) - (b.Y - a.Y) * (c.X - a.X), 1e-5f);
    }

    [Fact]
    public void PhotoBetweenPixels_IsTheirMean_AndBeyondTheBorderTheMirror()
    {
        Photo photo = new([0, 0, 0, 100, 50, 20], 1, 2);
        Assert.Equal((50, 25, 10), photo.At(0.5f, 0));
        Assert.Equal(photo.At(1, 0), photo.At(-1, 0));
        Assert.Equal(photo.At(0.75f, 0), photo.At(1.25f, 0));
    }

    [Fact]
    public void SceneThatMoves_ShowsOtherPicturesAtOtherInstants_AndTheSameAgain()
    {
        byte[] first = Paint(0), middle = Paint(0.5f), second = Paint(1);
        Assert.Equal(first, Paint(0));
        Assert.NotEqual(first, middle);
        Assert.NotEqual(middle, second);
        Assert.True(Distance(first, middle) < Distance(first, second));
    }

    [Fact]
    public void StillScene_StaysStill()
    {
        Triplet window = new(48, 48);
        new SpriteFootage([TestFootage.Photo()], new(Pipelines.SourcePattern.Parse("*.png"), Motion: 0, Most: 0), TestFootage.Rule(48)).Cut(0, new(new(1, 2), 0, 0), window);
        Assert.True(Distance(window.First, window.Second) < 20);
    }

    static byte[] Paint(float instant)
    {
        byte[] pixels = new byte[48 * 48 * 3];
        new SpriteScene([TestFootage.Photo()], 48, 8, 4, new(new(5, 6), 0, 0)).Paint(instant, 48, pixels);
        return pixels;
    }

    static double Distance(byte[] a, byte[] b) => a.Zip(b, (x, y) => Math.Abs(x - y)).Average();
}
