using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>
/// Brings tiles of images into the form in which <see cref="Winograd"/> multiplies. A row of the grid is a tile, its columns are channels.
/// </summary>
/// <param name="source">Images of <paramref name="height"/> times <paramref name="width"/> pixels; beyond them lies what the padding says.</param>
/// <param name="products">Product, tile, channel.</param>
readonly struct TransformTiles(
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
            Six<TLane> seen = isInside
                ? Lines.Load<TLane>(source, corner + (long)j * channels, (long)width * channels)
                : Edge<TLane>(image, y, x + j, column);
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

/// <summary>Brings 3x3 weights into the form in which <see cref="Winograd"/> multiplies. A row of the grid is an input channel.</summary>
/// <param name="weights">Tap row, tap column, input channel, output channel.</param>
/// <param name="products">Product, input channel, output channel.</param>
readonly struct TransformWeights(View<float> weights, int inputs, int outputs, View<float> products) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        long first = (long)row * outputs + column, tap = (long)inputs * outputs, next = Winograd.Pitch(inputs * outputs);
        for (int j = 0; j < 3; j++)
            Lines.Store(
                products, first + j * next, Winograd.Reach * next, Winograd.OfWeights(Lines.LoadThree<TLane>(weights, first + j * tap, 3 * tap)));
        for (int i = 0; i < Winograd.Reach; i++)
        {
            long line = first + i * Winograd.Reach * next;
            Lines.Store(products, line, next, Winograd.OfWeights(Lines.LoadThree<TLane>(products, line, next)));
        }
    }
}

/// <summary>
/// Makes tiles of a convolution's result from <see cref="Winograd"/>'s products. A row of the grid is a tile, its columns are channels.
/// </summary>
/// <param name="products">Product, tile, channel; they are used up.</param>
/// <param name="output">Images of <c>size.Height</c> times <c>size.Width</c> pixels.</param>
readonly struct AssembleTiles(View<float> products, TileGrid tiles, View<float> bias, View<float> output, ConvolutionSize size) : IFloatKernel
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
        if (size.Slope != 1) sum = Relu.Of(sum, TLane.Splat(size.Slope));
        TLane.Store(output, at, sum);
    }
}

/// <summary>
/// The gradient by <see cref="Winograd"/>'s products from that by the result. A row of the grid is a tile, its columns are channels.
/// </summary>
/// <param name="gradient">Images of <paramref name="height"/> times <paramref name="width"/> pixels.</param>
/// <param name="products">Product, tile, channel.</param>
readonly struct SpreadTiles(View<float> gradient, int height, int width, TileGrid tiles, int channels, View<float> products) : IFloatKernel
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

/// <summary>The gradient by 3x3 weights from that by <see cref="Winograd"/>'s products. A row of the grid is an input channel.</summary>
/// <param name="products">Product, input channel, output channel; they are used up.</param>
/// <param name="weights">Tap row, tap column, input channel, output channel.</param>
readonly struct FoldWeights(View<float> products, int inputs, int outputs, Accumulator weights) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        long first = (long)row * outputs + column, next = (long)inputs * outputs;
        for (int i = 0; i < Winograd.Reach; i++)
        {
            long line = first + i * Winograd.Reach * next;
            var folded = Winograd.ToWeights(Lines.Load<TLane>(products, line, next));
            TLane.Store(products, line, folded.A);
            TLane.Store(products, line + next, folded.B);
            TLane.Store(products, line + 2 * next, folded.C);
        }

        for (int j = 0; j < 3; j++)
        {
            var folded = Winograd.ToWeights(Lines.Load<TLane>(products, first + j * next, Winograd.Reach * next));
            weights.Add(first + j * next, folded.A);
            weights.Add(first + (3 + j) * next, folded.B);
            weights.Add(first + (6 + j) * next, folded.C);
        }
    }
}
