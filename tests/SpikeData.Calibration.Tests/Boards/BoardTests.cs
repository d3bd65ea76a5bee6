using SpikeData.Compute;

namespace SpikeData.Calibration.Tests;

public sealed class BoardTests
{
    [Fact]
    public void Disks_AreShiftedByOneSpacingInEverySecondRow()
    {
        Board board = Board.Parse("4x11", 20, BoardPattern.AsymmetricCircles);
        Assert.Equal(new(40, 0, 0), board.Points[1]);
        Assert.Equal(new(20, 20, 0), board.Points[4]);
    }

    [Theory]
    [InlineData("9")]
    [InlineData("9x")]
    [InlineData("2x6")]
    [InlineData("9x6x1")]
    [InlineData("-9x6")]
    public void SizeOfNoBoard_IsRefused(string size) => Assert.Equal("SPIKE600", Assert.Throws<SpikeDataException>(() => Board.Parse(size, 1)).Id);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void SpacingOfNothing_IsRefused(double spacing) => Assert.Equal("SPIKE600", Assert.Throws<SpikeDataException>(() => Board.Parse("9x6", spacing)).Id);

    [Theory]
    [InlineData("1")]
    [InlineData("wide")]
    public void WindowOfNoSize_IsRefused(string window) => Assert.Equal("SPIKE600", Assert.Throws<SpikeDataException>(() => CornerWindow.Parse(window)).Id);

    [Fact]
    public void Window_ShrinksWithThePictureOrStaysClearOfTheNextCorner()
    {
        Assert.Equal((11, 11), default(CornerWindow).Reach(1200, 1920, nearest: 5));
        Assert.Equal((7, 6), default(CornerWindow).Reach(250, 400, nearest: 5));
        Assert.Equal((6, 6), CornerWindow.Auto.Reach(480, 640, nearest: 25));
        Assert.Equal((7, 7), CornerWindow.Parse("7").Reach(480, 640, nearest: 5));
    }
}
