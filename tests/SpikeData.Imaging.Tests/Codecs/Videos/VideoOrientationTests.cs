namespace SpikeData.Imaging.Tests;

public sealed class VideoOrientationTests
{
    const int One = 1 << 16;

    /// <summary>A picture of two rows and three columns, 1 2 3 and 4 5 6, turned by hand after ISO 14496-12: x' = a x + c y, y' = b x + d y.</summary>
    [Theory]
    [InlineData(1, 0, 0, 1, "123456")]
    [InlineData(0, 1, -1, 0, "415263")]
    [InlineData(-1, 0, 0, -1, "654321")]
    [InlineData(0, -1, 1, 0, "362514")]
    [InlineData(-1, 0, 0, 1, "321654")]
    [InlineData(1, 0, 0, -1, "456123")]
    [InlineData(0, 1, 1, 0, "142536")]
    [InlineData(0, -1, -1, 0, "635241")]
    public void Matrix_TurnsAndMirrors(int a, int b, int c, int d, string expected)
    {
        VideoOrientation orientation = VideoOrientation.Of([a * One, b * One, 0, c * One, d * One, 0, 0, 0, 1 << 30])!.Value;
        byte[] from = [.. Enumerable.Range(1, 6).SelectMany(value => new[] { (byte)value, (byte)value, (byte)value })], to = new byte[18];
        orientation.Turn(from, to, 2, 3);
        Assert.Equal(expected, string.Concat(to.Where((_, at) => at % 3 == 0)));
    }

    [Fact]
    public void OddAngle_IsNone() => Assert.Null(VideoOrientation.Of([46341, 46341, 0, -46341, 46341, 0, 0, 0, 1 << 30]));
}
