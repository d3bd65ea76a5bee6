using SpikeData.Imaging;

namespace SpikeData.Calibration.Tests;

public sealed class CellLightTests
{
    [Fact]
    public void Cells_CoverTheAreaOnceAndAverageItsPixels()
    {
        GrayPicture picture = new("steps", 10, 21, [.. Enumerable.Range(0, 210).Select(pixel => (byte)pixel)]);
        CellLight light = CellLight.Of([picture], new(1, 2, 19, 7), 3, 4);
        Region[] cells = [.. Enumerable.Range(0, light.Cells).Select(light.RegionOf)];
        Assert.Equal(19 * 7, cells.Sum(cell => cell.Width * cell.Height));
        Assert.Equal(new(1, 2, 19, 7), light.RegionOf(Enumerable.Range(0, light.Cells).ToArray()));
        double expected = Enumerable.Range(cells[5].Y, cells[5].Height).SelectMany(y => Enumerable.Range(cells[5].X, cells[5].Width).Select(x => y * 21 + x)).Average() / 255;
        Assert.Equal(expected, light.Of(5)[0], 5);
    }

    [Theory]
    [InlineData(RowOrder.BottomUp)]
    [InlineData(RowOrder.TopDown)]
    public void ShareOfFiringPixels_IsThatOfPixelsCountedOneByOne(RowOrder rows)
    {
        byte[] bits = new byte[13 * 37];
        Random random = new(1);
        for (int i = 0; i < bits.Length; i++) bits[i] = (byte)(random.Next(3) == 0 ? 1 : 0);
        SpikeStream spikes = SpikeStream.Of(bits, new(13, 37, rows));
        foreach (Region part in new Region[] { new(0, 0, 37, 13), new(0, 3, 37, 4), new(5, 2, 3, 3), new(7, 12, 30, 1), new(36, 0, 1, 13) })
        {
            int ones = Enumerable.Range(part.Y, part.Height).Sum(y => Enumerable.Range(part.X, part.Width).Sum(x => bits[y * 37 + x]));
            Assert.Equal(ones / (double)(part.Width * part.Height), Brightness.Share(spikes, 0, part), 12);
        }
    }
}
