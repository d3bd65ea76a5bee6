namespace SpikeData.Training;

/// <summary>One axis of an adjoint convolution for every stride-th position: a plain convolution with every stride-th tap, backwards.</summary>
/// <param name="Tap">The first tap of the convolution that meets these positions; the others follow a stride apart.</param>
/// <param name="Taps">How many meet them.</param>
/// <param name="First">The first place that the phase's first position reads; the last tap meets it.</param>
readonly record struct Phase(int Tap, int Taps, int First)
{
    /// <summary>The phase of the positions <c>offset, offset + stride, ...</c></summary>
    public static Phase At(int offset, int kernel, int stride, int padding)
    {
        int tap = (offset + padding) % stride;
        int taps = (kernel - tap + stride - 1) / stride;
        return new(tap, taps, (offset + padding - tap) / stride - (taps - 1));
    }

    /// <summary>How many of <paramref name="length"/> positions belong to the phase that begins at <paramref name="offset"/>.</summary>
    public static int Count(int offset, int length, int stride) => (length - offset + stride - 1) / stride;
}
