namespace SpikeData.Training;

/// <summary>The four pixels of an axis that bicubic interpolation looks at for a pixel of an image that is made smaller.</summary>
/// <remarks>
/// Keys, "Cubic convolution interpolation for digital image processing", 1981, with the slope -0.75 that PyTorch takes. The center of a smaller
/// pixel lies halfway between two pixels where the divisor is even, and on one where it is odd.
/// </remarks>
/// <param name="First">The first of the four, before the border.</param>
/// <param name="IsBetween">Whether the center lies between two pixels.</param>
public readonly record struct CubicTaps(int First, bool IsBetween)
{
    public const int Count = 4;

    const float Near = 0.59375f, Far = -0.09375f;

    public static CubicTaps Of(int small, int divisor) => new(divisor * small + (divisor - 1) / 2 - 1, divisor % 2 == 0);

    /// <summary>The pixel that a tap looks at; beyond the ends it is the last one.</summary>
    public int At(int tap, int length)
    {
        int place = First + tap;
        return place < 0 ? 0 : place < length ? place : length - 1;
    }

    public float Weight(int tap) => IsBetween ? tap is 1 or 2 ? Near : Far : tap == 1 ? 1 : 0;

    /// <summary>How much a pixel counts here.</summary>
    public float WeightOf(int pixel, int length)
    {
        float sum = 0;
        for (int tap = 0; tap < Count; tap++) sum += At(tap, length) == pixel ? Weight(tap) : 0;
        return sum;
    }

    /// <summary>No smaller pixel before this one looks at a pixel.</summary>
    public static int FirstLooker(int pixel, int divisor, int resized)
    {
        int first = (pixel - divisor - Count) / divisor;
        return first < 0 ? 0 : first < resized ? first : resized - 1;
    }

    /// <summary>No smaller pixel behind this one looks at a pixel.</summary>
    public static int LastLooker(int pixel, int divisor, int resized)
    {
        int last = (pixel + Count) / divisor;
        return last < resized ? last : resized - 1;
    }
}
