namespace SpikeData.Training;

/// <summary>Some of the tiles that cover images, and how products lie in memory: product, tile, channel.</summary>
/// <param name="Rows">Tiles from the top of an image to its bottom.</param>
/// <param name="Columns">Tiles from left to right.</param>
/// <param name="First">The first tile meant, counted through all images.</param>
/// <param name="Count">How many tiles are meant.</param>
public readonly record struct TileGrid(int Rows, int Columns, int First, int Count)
{
    /// <summary>All tiles of images of a size.</summary>
    public static TileGrid Over(int images, int height, int width)
    {
        int rows = (height + Winograd.Side - 1) / Winograd.Side, columns = (width + Winograd.Side - 1) / Winograd.Side;
        return new(rows, columns, 0, images * rows * columns);
    }

    /// <summary>The image, the first row and the first column of the i-th tile meant.</summary>
    public (int Image, int Y, int X) Place(int i)
    {
        int line = (First + i) / Columns, image = line / Rows;
        return (image, (line - image * Rows) * Winograd.Side, (First + i - line * Columns) * Winograd.Side);
    }
}
