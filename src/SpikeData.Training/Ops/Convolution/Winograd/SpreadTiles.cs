using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>The gradient by <see cref="Winograd"/>'s products from that by the result. A row of the grid is a tile, its columns are channels.</summary>
/// <param name="gradient">Images of <paramref name="height"/> times <paramref name="width"/> pixels.</param>
/// <param name="products">Product, tile, channel.</param>
public readonly struct SpreadTiles(View<float> gradient, int height, int width, TileGrid tiles, int channels, View<float> products) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        (int image, int y, int x) = tiles.Place(row);
        long first = (long)row * channels + column, next = Winograd.Pitch(tiles.Count * channels);
        for (int j = 0; j < Winograd.Side; j++)
        {
            var spread = Winograd.OfGradient<TLane>(new(
                Pixel<TLane>(image, y, x + j, column),
                Pixel<TLane>(image, y + 1, x + j, column),
                Pixel<TLane>(image, y + 2, x + j, column),
                Pixel<TLane>(image, y + 3, x + j, column)));
            Lines.Store(products, first + j * next, Winograd.Reach * next, spread);
        }

        for (int i = 0; i < Winograd.Reach; i++)
        {
            long line = first + i * Winograd.Reach * next;
            Lines.Store(products, line, next, Winograd.OfGradient(Lines.LoadFour<TLane>(products, line, next)));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TLane Pixel<TLane>(int image, int y, int x, int column)
        where TLane : struct, IFloatLane<TLane> =>
        y < height && x < width ? TLane.Load(gradient, (((long)image * height + y) * width + x) * channels + column) : TLane.Splat(0f);
}
