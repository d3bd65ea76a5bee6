using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

public sealed partial class Tensor
{
    /// <summary>The convolution of deep learning: correlates with weights, sums over input channels, adds a bias and rectifies.</summary>
    /// <param name="weight">Output channels, input channels, height, width.</param>
    /// <param name="bias">Output channels.</param>
    /// <param name="stride">How far the window moves from one output pixel to the next.</param>
    /// <param name="slope">What negative results are multiplied with: 1 leaves them, 0 is ReLU.</param>
    public Tensor Convolve(Parameter weight, Parameter? bias = null, int stride = 1, Padding padding = default, float slope = 1)
    {
        var geometry = ConvolutionGeometry.Of(Shape, weight, stride, padding);
        Tensor y = Tape.New(geometry.Output, NeedsGradient || weight.IsTrained || bias is { IsTrained: true });
        ForwardPass.Run(Tape, geometry, Values, weight.Tensor.Values, bias?.Tensor, slope, new(y.Values));
        return y.Record((x: this, weight: weight.Tensor, bias: bias?.Tensor, geometry, slope), static (op, y) =>
        {
            (Tape tape, Tensor x, Tensor weight, ConvolutionGeometry geometry) = (y.Tape, op.x, op.weight, op.geometry);
            using RectifiedGradient dy = new(tape, y, op.slope, x.NeedsGradient ? AdjointPass.Margin(geometry.Unrepeated) : default);
            if (op.bias is { NeedsGradient: true } bias) WeightsPass.RunBias(tape, geometry.Output, dy.Inside, bias.Share());
            if (weight.NeedsGradient) WeightsPass.Run(tape, geometry, x.Values, dy.Inside, weight.Share());
            if (x.NeedsGradient) AdjointPass.RunFolded(tape, geometry, dy.Inside, weight.Values, x.Share());
        });
    }
}

/// <summary>Sums weighted windows of an image: output(x, y) = start + sum over tap rows and runs of input times weight, then the rectifier.</summary>
/// <remarks>
/// A row of the grid is a stretch of pixels of one output row; its columns are pairs of output channels, each place computing both. A
/// window is <c>Window.Rows</c> runs of neighboring numbers, since the channels of neighboring pixels are neighbors.
/// </remarks>
/// <param name="input">Padded, so that no window leaves it.</param>
/// <param name="from">Where the window of output pixel (x, y) begins.</param>
/// <param name="weights">Tap rows, run, output channels.</param>
/// <param name="bias">One number per output channel, if <c>Start</c> asks for it.</param>
/// <param name="to">Where output pixel (x, y) begins.</param>
readonly struct Convolve(
    View<float> input,
    PixelGrid from,
    Window window,
    View<float> weights,
    View<float> bias,
    View<float> output,
    PixelGrid to,
    ConvolutionSize size,
    ChannelPairs pairs) : IFloatKernel
{
    /// <summary>How many pixels share the weights that a core holds nearby.</summary>
    public const int Stretch = 24;

    /// <summary>
    /// How many numbers of a run are summed in registers before they are added to the output: their weights stay in the nearest cache.
    /// </summary>
    const int Depth = 128;

    /// <summary>How many rows the grid has.</summary>
    public static int Rows(int images, int height, int width) => images * height * Stretches(width);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        int line = row / Stretches(size.Width), first = (row - line * Stretches(size.Width)) * Stretch;
        int image = line / size.Height, y = line - image * size.Height;
        int end = Math.Min(first + Stretch, size.Width);
        int near = pairs.First + column, far = pairs.Second + column;
        long source = from.At(image, y, 0), target = to.At(image, y, 0), weight = (long)image * size.WeightsPerImage;
        for (int tap = 0; tap < window.Rows; tap++)
        {
            for (int done = 0; done < window.Run; done += Depth)
            {
                int count = Math.Min(Depth, window.Run - done);
                bool isFirst = tap + done == 0, isLast = tap == window.Rows - 1 && done + count == window.Run;
                for (int x = first; x < end; x += SixPlaces.Count)
                {
                    var places = SixPlaces.From(target, x, end - 1, to.Pixel);
                    Tile<TLane> sum = default;
                    sum.Multiply(
                        input, SixPlaces.From(source + done, x, end - 1, from.Pixel), 1, weights, weight + near, weight + far, size.Channels, count);
                    if (!isFirst || size.Start == ConvolutionStart.Output) sum.Add(output, places, near, far);
                    else if (size.Start == ConvolutionStart.Bias) sum.Add(TLane.Load(bias, near), TLane.Load(bias, far));
                    if (isLast && size.Slope != 1) sum.Rectify(TLane.Splat(size.Slope));
                    sum.Store(output, places, near, far);
                }

                weight += (long)count * size.Channels;
            }

            source += window.RowPitch;
        }
    }

    static int Stretches(int width) => (width + Stretch - 1) / Stretch;
}

/// <summary>How large the output of a convolution is, what its sums begin with and what becomes of negative ones.</summary>
/// <param name="Height">Output rows.</param>
/// <param name="Width">Output columns.</param>
/// <param name="Channels">Output channels.</param>
/// <param name="Start">What the sums begin with.</param>
/// <param name="Slope">What negative sums are multiplied with at the end; 1 leaves them.</param>
/// <param name="WeightsPerImage">How far the weights of the next image lie; 0 where all share them.</param>
readonly record struct ConvolutionSize(int Height, int Width, int Channels, ConvolutionStart Start, float Slope = 1, int WeightsPerImage = 0);

/// <summary>What the sums of a convolution begin with.</summary>
enum ConvolutionStart
{
    /// <summary>Nothing.</summary>
    Zero,

    /// <summary>The bias of the channel.</summary>
    Bias,

    /// <summary>What the output holds already.</summary>
    Output,
}

/// <summary>What a convolution looks at around a pixel: rows of numbers that are neighbors in memory.</summary>
/// <param name="Rows">How many rows of the image.</param>
/// <param name="RowPitch">How far the next row lies.</param>
/// <param name="Run">How many numbers of each row: columns times input channels.</param>
readonly record struct Window(int Rows, int RowPitch, int Run);
