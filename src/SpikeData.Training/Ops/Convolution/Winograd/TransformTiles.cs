using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>Brings tiles of images into the form in which <see cref="Winograd"/> multiplies. A row of the grid is a tile, its columns are channels.</summary>
/// <param name="source">Images of <paramref name="height"/> times <paramref name="width"/> pixels; beyond them lies what the padding says.</param>
/// <param name="products">Product, tile, channel.</param>
public readonly struct TransformTiles(
    View<float> source, int height, int width, Padding padding, TileGrid tiles, int channels, View<float> products) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        (int image, int y, int x) = tiles.Place(row);
        y -= padding.Top;
        x -= padding.Left;
        long first = (long)row * channels + column, next = Winograd.Pitch(tiles.Count * channels);
        bool isInside = y >= 0 && x >= 0 && y + Winograd.Reach <= height && x + Winograd.Reach <= width;
        long corner = (((long)image * height + y) * width + x) * channels + column;
        for (int j = 0; j < Winograd.Reach; j++)
        {
            Six<TLane> seen = isInside ? Lines.Load<TLane>(source, corner + (long)j * channels, (long)width * channels) : Edge<TLane>(image, y, x + j, column);
            Lines.Store(products, first + j * next, Winograd.Reach * next, Winograd.OfInput(seen));
        }

        for (int i = 0; i < Winograd.Reach; i++)
        {
            long line = first + i * Winograd.Reach * next;
            Lines.Store(products, line, next, Winograd.OfInput(Lines.Load<TLane>(products, line, next)));
        }
    }

    /// <summary>Six pixels of a column, some of which may lie beyond the image.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    Six<TLane> Edge<TLane>(int image, int y, int x, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        if (padding.Columns == Border.Repeat) x = Math.Min(Math.Max(x, 0), width - 1);
        return new(
            Pixel<TLane>(image, y, x, column),
            Pixel<TLane>(image, y + 1, x, column),
            Pixel<TLane>(image, y + 2, x, column),
            Pixel<TLane>(image, y + 3, x, column),
            Pixel<TLane>(image, y + 4, x, column),
            Pixel<TLane>(image, y + 5, x, column));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TLane Pixel<TLane>(int image, int y, int x, int column)
        where TLane : struct, IFloatLane<TLane> =>
        y >= 0 && y < height && x >= 0 && x < width
            ? TLane.Load(source, (((long)image * height + y) * width + x) * channels + column)
            : TLane.Splat(0f);
}
