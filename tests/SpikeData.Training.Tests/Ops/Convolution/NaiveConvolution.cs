namespace SpikeData.Training.Tests;

/// <summary>The definition of a convolution and of its gradients in double precision, in PyTorch's order of numbers.</summary>
sealed class NaiveConvolution(Shape input, Shape weights, int stride, Padding padding)
{
    public Shape Output { get; } = new(
        input.Batch,
        weights.Batch,
        (input.Height + padding.Top + padding.Bottom - weights.Height) / stride + 1,
        (input.Width + padding.Left + padding.Right - weights.Width) / stride + 1);

    public double[] Forward(float[] x, float[] w)
    {
        double[] y = new double[Output.Length];
        Walk((source, weight, target) => y[target] += (double)x[source] * w[weight]);
        return y;
    }

    public (double[] Input, double[] Weights) Backward(float[] x, float[] w, float[] dy)
    {
        double[] dx = new double[input.Length], dw = new double[weights.Length];
        Walk((source, weight, target) =>
        {
            dx[source] += (double)dy[target] * w[weight];
            dw[weight] += (double)dy[target] * x[source];
        });
        return (dx, dw);
    }

    /// <summary>Visits every product: the places of its input number, its weight and the result it belongs to.</summary>
    void Walk(Action<int, int, int> visit)
    {
        for (int image = 0; image < Output.Batch; image++)
            for (int channel = 0; channel < Output.Channels; channel++)
                for (int row = 0; row < Output.Height; row++)
                    for (int column = 0; column < Output.Width; column++)
                        for (int seen = 0; seen < input.Channels; seen++)
                            for (int tapY = 0; tapY < weights.Height; tapY++)
                                for (int tapX = 0; tapX < weights.Width; tapX++)
                                {
                                    int y = row * stride + tapY - padding.Top, x = column * stride + tapX - padding.Left;
                                    if (padding.Columns == Border.Repeat) x = Math.Clamp(x, 0, input.Width - 1);
                                    if (y < 0 || y >= input.Height || x < 0 || x >= input.Width) continue;
                                    visit(
                                        ((image * input.Channels + seen) * input.Height + y) * input.Width + x,
                                        ((channel * weights.Channels + seen) * weights.Height + tapY) * weights.Width + tapX,
                                        ((image * Output.Channels + channel) * Output.Height + row) * Output.Width + column);
                                }
    }
}
