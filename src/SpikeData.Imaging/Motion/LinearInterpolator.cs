using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Cross-fades: each byte moves evenly from its left to its right value, and whatever moves is seen twice.</summary>
public sealed class LinearInterpolator(Device device) : IFrameInterpolator
{
    Frame? left, right;

    public void SetPair(Frame left, Frame right)
    {
        if ((left.Height, left.Width) != (right.Height, right.Width)) throw new ArgumentException("The two frames differ in size.", nameof(right));
        (this.left, this.right) = (left, right);
    }

    public void Between(int numerator, int denominator, Frame target)
    {
        if (left is null || right is null) throw new InvalidOperationException("There is no pair of frames yet.");
        int columns = left.Width * 3;
        device.Run(new CrossFade(left.Pixels.View, right.Pixels.View, target.Pixels.View, columns, new(numerator, denominator)), left.Height, columns);
    }

    public void Dispose()
    {
    }
}
