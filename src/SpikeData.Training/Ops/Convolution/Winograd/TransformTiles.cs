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
        for (int j = 0; j < Winograd.Reach; j++)
        {
            int seen = padding.Columns == Border.Repeat ? Math.Min(Math.Max(x + j, 0), width - 1) : x + j;
            var transformed = Winograd.OfInput<TLane>(new(
                Pixel<TLane>(image, y, seen, column),
                Pixel<TLane>(image, y + 1, seen, column),
                Pixel<TLane>(image, y + 2, seen, column),
                Pixel<TLane>(image, y + 3, seen, column),
                Pixel<TLane>(image, y + 4, seen, column),
                Pixel<TLane>(image, y + 5, seen, column)));
            Lines.Store(products, first + j * next, Winograd.Reach * next, transformed);
        }

        for (int i = 0; i < Winograd.Reach; i++)
        {
            long line = first + i * Winograd.Reach * next;
            Lines.Store(products, line, next, Winograd.OfInput(Lines.Load<TLane>(products, line, next)));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TLane Pixel<TLane>(int image, int y, int x, int column)
        where TLane : struct, IFloatLane<TLane> =>
        y >= 0 && y < height && x >= 0 && x < width
            ? TLane.Load(source, (((long)image * height + y) * width + x) * channels + column)
            : TLane.Splat(0f);
}
