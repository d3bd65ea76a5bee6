using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Moves what both frames show along its motion. The motion of a pair is found once, in both directions, for all times between.</summary>
/// <remarks>Whole numbers throughout: the same frames on every machine. Time may run backward: the frame at k / n from left to right is that at (n - k) / n from right to left.</remarks>
public sealed class DenseFlowInterpolator : IFrameInterpolator
{
    readonly Device device;
    readonly int height, width;
    readonly BrightnessPyramid left, right;
    readonly FlowField forward, backward;
    readonly Buffer<int> motion, smooth, shares, pixels;

    public DenseFlowInterpolator(Device device, int height, int width)
    {
        (this.device, this.height, this.width) = (device, height, width);
        left = new(device, height, width);
        right = new(device, height, width);
        forward = new(device, left);
        backward = new(device, right);
        int squares = ((height + 1) / 2) * ((width + 1) / 2);
        motion = device.Allocate<int>(squares);
        smooth = device.Allocate<int>(squares);
        shares = device.Allocate<int>(squares);
        pixels = device.Allocate<int>(4 * squares);
    }

    public void SetPair(Frame left, Frame right)
    {
        this.left.Build(Checked(left));
        this.right.Build(Checked(right));
        forward.Estimate(this.left, this.right);
        backward.Estimate(this.right, this.left);
    }

    public void Between(int numerator, int denominator, Frame target)
    {
        Instant instant = new(numerator, denominator);
        (View<int> there, View<int> back, BrightnessPyramid.Level level) = (forward.Displacements, backward.Displacements, left.Levels[0]);
        (View<int> first, View<int> second) = (level.Pairs.View, right.Levels[0].Pairs.View);
        device.Run(new ChooseMotion(first, second, there, back, motion.View, level.Height, level.Width, instant), level.Height, level.Width);
        device.Run(new SmoothMotion(motion.View, smooth.View, level.Height, level.Width), level.Height, level.Width);
        device.Run(new WeighFrames(there, back, smooth.View, shares.View, level.Height, level.Width, instant), level.Height, level.Width);
        device.Run(new BlendAlongMotion(left.Pixels.View, right.Pixels.View, smooth.View, shares.View, pixels.View, height, width, instant), level.Height, level.Width);
        device.Run(new UnpackSquares(pixels.View, Checked(target).Pixels.View, width), height, width * 3);
    }

    public void Dispose()
    {
        foreach (IDisposable part in (IDisposable[])[left, right, forward, backward, motion, smooth, shares, pixels]) part.Dispose();
    }

    Frame Checked(Frame frame) => frame.Height == height && frame.Width == width ? frame
        : throw new SpikeDataException("SPIKE467", $"A frame of {frame.Width}x{frame.Height} came among frames of {width}x{height}; resize the clip.");
}
