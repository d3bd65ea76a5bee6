using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>Runs a 3x3 convolution by <see cref="Winograd"/>'s products: a quarter of the multiplications.</summary>
/// <remarks>It goes from tile to tile in chunks whose products stay in the cache; 36 products of matrices follow from 36 of tiles.</remarks>
static class WinogradPass
{
    /// <summary>With fewer channels, forming the products costs more than they save.</summary>
    const int FewestChannels = 16;

    /// <summary>How many numbers the products of a chunk may take: 2 MB.</summary>
    const int ChunkLength = 1 << 19;

    public static bool Suits(in ConvolutionGeometry geometry) =>
        geometry is { KernelHeight: 3, KernelWidth: 3, Stride: 1 } && Math.Min(geometry.Input.Channels, geometry.Output.Channels) >= FewestChannels;

    /// <param name="source">Images without borders.</param>
    /// <param name="padding">What lies beyond them.</param>
    /// <param name="weights">Tap row, tap column, input channel, output channel.</param>
    public static void Run(
        Tape tape, View<float> source, Shape input, Padding padding, View<float> weights, Shape result, Tensor? bias, float slope, Accumulator output)
    {
        int inputs = input.Channels, outputs = result.Channels;
        TileGrid all = TileGrid.Over(result.Batch, result.Height, result.Width);
        ConvolutionStart start = output.HoldsShares ? ConvolutionStart.Output : bias is null ? ConvolutionStart.Zero : ConvolutionStart.Bias;
        Buffer<float> transformed = tape.Rent(Length(inputs * outputs));
        tape.Run(new TransformWeights(weights, inputs, outputs, transformed.View), inputs, outputs);
        int chunk = Chunk(all, inputs + outputs);
        Buffer<float> left = tape.Rent(Length(chunk * inputs)), right = tape.Rent(Length(chunk * outputs));
        for (int first = 0; first < all.Count; first += chunk)
        {
            TileGrid tiles = all with { First = first, Count = Math.Min(chunk, all.Count - first) };
            tape.Run(new TransformTiles(source, input.Height, input.Width, padding, tiles, inputs, left.View), tiles.Count, inputs);
            foreach (ChannelPairs pairs in ChannelPairs.Of(outputs))
                tape.Run(
                    Multiply(left.View, transformed.View, right.View, tiles.Count, inputs, outputs, pairs),
                    Convolve.Rows(Winograd.Products, 1, tiles.Count),
                    pairs.Count);
            tape.Run(
                new AssembleTiles(right.View, tiles, bias?.Values ?? default, output.Target, new(result.Height, result.Width, outputs, start, slope)),
                tiles.Count,
                outputs);
        }

        foreach (Buffer<float> buffer in (ReadOnlySpan<Buffer<float>>)[transformed, left, right]) tape.Return(buffer);
    }

    /// <summary>The gradient by the weights.</summary>
    public static void RunWeights(Tape tape, in ConvolutionGeometry geometry, View<float> input, View<float> gradient, Accumulator weights)
    {
        (Shape seen, Shape result) = (geometry.Input, geometry.Output);
        int inputs = seen.Channels, outputs = result.Channels;
        TileGrid all = TileGrid.Over(result.Batch, result.Height, result.Width);
        int chunk = Chunk(all, inputs + outputs);
        Buffer<float> left = tape.Rent(Length(chunk * inputs)), right = tape.Rent(Length(chunk * outputs));
        Buffer<float> sums = tape.Rent(Winograd.Products * inputs * outputs);
        for (int first = 0; first < all.Count; first += chunk)
        {
            TileGrid tiles = all with { First = first, Count = Math.Min(chunk, all.Count - first) };
            tape.Run(new TransformTiles(input, seen.Height, seen.Width, geometry.Padding, tiles, inputs, left.View), tiles.Count, inputs);
            tape.Run(new SpreadTiles(gradient, result.Height, result.Width, tiles, outputs, right.View), tiles.Count, outputs);
            foreach (ChannelPairs pairs in ChannelPairs.Of(outputs))
                tape.Run(Correlate(left.View, right.View, sums.View, tiles.Count, inputs, outputs, first > 0, pairs), Winograd.Products, pairs.Count);
        }

        tape.Run(new FoldWeights(sums.View, inputs, outputs, weights), inputs, outputs);
        foreach (Buffer<float> buffer in (ReadOnlySpan<Buffer<float>>)[left, right, sums]) tape.Return(buffer);
    }

    /// <summary>36 products of a matrix of tiles with a matrix of weights.</summary>
    static Convolve Multiply(
        View<float> tiles, View<float> weights, View<float> result, int count, int inputs, int outputs, ChannelPairs pairs) => new(
        tiles,
        new(0, Winograd.Pitch(count * inputs), 0, inputs),
        new(1, 0, inputs),
        weights,
        default,
        result,
        new(0, Winograd.Pitch(count * outputs), 0, outputs),
        new(1, count, outputs, ConvolutionStart.Zero, WeightsPerImage: Winograd.Pitch(inputs * outputs)),
        pairs);

    /// <summary>36 products of a transposed matrix of tiles with a matrix of their gradients.</summary>
    static CorrelateWindows Correlate(
        View<float> tiles, View<float> gradient, View<float> sums, int count, int inputs, int outputs, bool adds, ChannelPairs pairs) => new(
        tiles,
        new(0, 0, 0, inputs),
        new(Winograd.Products, Winograd.Pitch(count * inputs), inputs),
        gradient,
        new(0, 0, 0, outputs),
        Winograd.Pitch(count * outputs),
        new(1, outputs, 1, count),
        sums,
        1,
        adds ? ConvolutionStart.Output : ConvolutionStart.Zero,
        pairs);

    static int Length(int product) => Winograd.Products * Winograd.Pitch(product);

    static int Chunk(TileGrid all, int channels) =>
        Math.Min(all.Count, Math.Max(ChunkLength / (Winograd.Products * channels) / Convolve.Stretch, 1) * Convolve.Stretch);
}

/// <summary>Some of the tiles that cover images, and how products lie in memory: product, tile, channel.</summary>
/// <param name="Rows">Tiles from the top of an image to its bottom.</param>
/// <param name="Columns">Tiles from left to right.</param>
/// <param name="First">The first tile meant, counted through all images.</param>
/// <param name="Count">How many tiles are meant.</param>
readonly record struct TileGrid(int Rows, int Columns, int First, int Count)
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
