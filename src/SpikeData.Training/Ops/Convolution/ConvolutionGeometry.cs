namespace SpikeData.Training;

/// <summary>The sizes of a convolution: what it reads, what it makes, its window, how far the window moves, what lies beyond the border.</summary>
readonly record struct ConvolutionGeometry(Shape Input, Shape Output, int KernelHeight, int KernelWidth, int Stride, Padding Padding)
{
    /// <summary>The input with its borders.</summary>
    public Shape Padded => Input with
    {
        Height = Input.Height + Padding.Top + Padding.Bottom,
        Width = Input.Width + Padding.Left + Padding.Right,
    };

    /// <summary>The same convolution with its repeated columns as part of the input.</summary>
    public ConvolutionGeometry Unrepeated => Padding.Columns == Border.Zeros ? this : this with
    {
        Input = Input with { Width = Padded.Width },
        Padding = Padding with { Left = 0, Right = 0, Columns = Border.Zeros },
    };

    /// <summary>Whether each output pixel sees one input pixel, so that rows and columns do not matter.</summary>
    public bool IsPointwise => KernelHeight * KernelWidth * Stride == 1 && Padding.IsNone;

    /// <summary>The sizes that follow from an input and weights; a stride beyond the window would skip pixels.</summary>
    /// <exception cref="ArgumentException">The weights are made for another number of channels, or the window is larger than the image.</exception>
    public static ConvolutionGeometry Of(Shape input, Parameter weight, int stride, Padding padding)
    {
        (int outputs, int inputs, int height, int width) = weight.Tensor.Shape;
        if (input.Channels != inputs)
            throw new ArgumentException($"The weights {weight} take {inputs} channels; the input {input} has {input.Channels}.", nameof(weight));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(stride, Math.Min(height, width));
        int rows = input.Height + padding.Top + padding.Bottom - height, columns = input.Width + padding.Left + padding.Right - width;
        if (rows < 0 || columns < 0) throw new ArgumentException($"The window of {weight} is larger than the padded input {input}.", nameof(input));
        return new(input, new(input.Batch, outputs, rows / stride + 1, columns / stride + 1), height, width, stride, padding);
    }

    /// <summary>The convolution whose adjoint turns <paramref name="small"/> into an image of the given size.</summary>
    public static ConvolutionGeometry OfAdjoint(Shape small, Parameter weight, int stride, int padding, int outputPadding)
    {
        (int inputs, int outputs, int height, int width) = weight.Tensor.Shape;
        if (small.Channels != inputs)
            throw new ArgumentException($"The weights {weight} take {inputs} channels; the input {small} has {small.Channels}.", nameof(weight));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(stride, Math.Min(height, width));
        Shape large = new(
            small.Batch,
            outputs,
            (small.Height - 1) * stride - 2 * padding + height + outputPadding,
            (small.Width - 1) * stride - 2 * padding + width + outputPadding);
        return new(large, small, height, width, stride, Padding.All(padding));
    }
}

/// <summary>What a convolution sees beyond the borders of its input: so many rows and columns of zeros, or of repeated border pixels.</summary>
/// <param name="Columns">What lies left and right: zeros, or the border pixel repeated. Above and below are zeros in any case.</param>
public readonly record struct Padding(int Top, int Bottom, int Left, int Right, Border Columns = Border.Zeros)
{
    public bool IsNone => (Top | Bottom | Left | Right) == 0;

    /// <summary>The same number of zeros on all sides.</summary>
    public static Padding All(int pixels) => new(pixels, pixels, pixels, pixels);
}
