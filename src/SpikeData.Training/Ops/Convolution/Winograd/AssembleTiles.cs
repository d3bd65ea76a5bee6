using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>Makes tiles of a convolution's result from <see cref="Winograd"/>'s products. A row of the grid is a tile, its columns are channels.</summary>
/// <param name="products">Product, tile, channel; they are used up.</param>
/// <param name="output">Images of <c>size.Height</c> times <c>size.Width</c> pixels.</param>
public readonly struct AssembleTiles(View<float> products, TileGrid tiles, View<float> bias, View<float> output, ConvolutionSize size) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        (int image, int y, int x) = tiles.Place(row);
        long first = (long)row * size.Channels + column, next = Winograd.Pitch(tiles.Count * size.Channels);
        for (int i = 0; i < Winograd.Reach; i++)
        {
            long line = first + i * Winograd.Reach * next;
            Lines.Store(products, line, next, Winograd.ToOutput(Lines.Load<TLane>(products, line, next)));
        }

        for (int j = 0; j < Winograd.Side && x + j < size.Width; j++)
        {
            var result = Winograd.ToOutput(Lines.Load<TLane>(products, first + j * next, Winograd.Reach * next));
            Finish(result.A, image, y, x + j, column);
            Finish(result.B, image, y + 1, x + j, column);
            Finish(result.C, image, y + 2, x + j, column);
            Finish(result.D, image, y + 3, x + j, column);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void Finish<TLane>(TLane sum, int image, int y, int x, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        if (y >= size.Height) return;
        long at = (((long)image * size.Height + y) * size.Width + x) * size.Channels + column;
        if (size.Start == ConvolutionStart.Bias) sum += TLane.Load(bias, column);
        if (size.Start == ConvolutionStart.Output) sum += TLane.Load(output, at);
        if (size.Slope != 1) sum = Rectifier.Of(sum, TLane.Splat(size.Slope));
        TLane.Store(output, at, sum);
    }
}
