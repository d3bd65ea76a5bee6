namespace SpikeData.Training.Tests;

public sealed class TileTests
{
    [Theory]
    [InlineData(1280, 720, 512, 32)]
    [InlineData(3840, 2160, 1536, 128)]
    [InlineData(641, 481, 100, 32)]
    [InlineData(1000, 1100, 512, 512)]
    public void Tiles_CoverTheFrame_BeginWhereTheNetworkHalves_AndOverlap(int width, int height, int side, int multiple)
    {
        IReadOnlyList<Tile> tiles = Tile.Cut(new(width, height), side, multiple);
        Assert.Equal(height, tiles.Max(tile => tile.Top + tile.Height));
        Assert.Equal(width, tiles.Max(tile => tile.Left + tile.Width));
        Assert.All(tiles, tile => Assert.Equal((0, 0), (tile.Top % multiple, tile.Left % multiple)));
        Assert.All(tiles, tile => Assert.True(tile.Overlap >= 128 && tile.Width <= Math.Max(side + multiple, 128 + 2 * multiple)));
        int[] starts = [.. tiles.Select(tile => tile.Left).Distinct()];
        Assert.All(starts.Zip(starts.Skip(1)), pair => Assert.Equal(tiles[0].Overlap, pair.First + tiles[0].Width - pair.Second));
    }

    [Fact]
    public void FrameThatFits_IsOneTile() =>
        Assert.Equal([new(0, 0, 360, 640, 256)], Tile.Cut(new(640, 360), 640, 32).Select(tile => tile with { Overlap = 256 }));

    [Fact]
    public void Tile_FadesInOverWhatItShares()
    {
        Tile tile = new(0, 64, 200, 300, 128);
        Assert.Equal(1, tile.Weight(0, 128));
        Assert.Equal(0, tile.Weight(0, 31));
        Assert.Equal(0.5f, tile.Weight(0, 63), 0.01f);
        Assert.Equal(1, tile.Weight(0, 96));
        Assert.Equal(0, (tile with { Top = 64 }).Weight(10, 128));
    }

    [Fact]
    public void PartsOfOnePicture_AreThatPictureAgain()
    {
        byte[] pixels = new byte[300 * 200 * 3], again = new byte[300 * 200 * 3];
        new Random(1).NextBytes(pixels);
        foreach (Tile tile in Tile.Cut(new(300, 200), 160, 32))
        {
            byte[] part = new byte[tile.Height * tile.Width * 3];
            tile.CopyFrom(pixels, 300, part);
            tile.BlendInto(again, 300, part);
        }

        Assert.Equal(pixels, again);
    }
}
