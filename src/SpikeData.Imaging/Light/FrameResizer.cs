using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Brings frames to another size: shrinks by area averaging, enlarges by linear interpolation, each axis by itself.</summary>
/// <remarks>
/// Weights are whole multiples of 2^-15 that add up to 1, so an even picture stays as it is and a halved one is the mean of 2x2
/// pixels rounded half up. Sums are exact, with one rounding to 1/256 of a level between the two axes.
/// </remarks>
public sealed class FrameResizer : IDisposable
{
    readonly Device device;
    readonly int fromHeight, fromWidth, height, width;
    readonly ResizeWeights vertical, horizontal;
    readonly Buffer<int> rows;

    public FrameResizer(Device device, int fromHeight, int fromWidth, int height, int width)
    {
        (this.device, this.fromHeight, this.fromWidth, this.height, this.width) = (device, fromHeight, fromWidth, height, width);
        vertical = new(device, fromHeight, height, channels: 1);
        horizontal = new(device, fromWidth, width, channels: 3);
        rows = device.Allocate<int>(checked(height * fromWidth * 3));
    }

    /// <param name="source">A frame of the size to resize from.</param>
    /// <param name="target">A frame of the size to resize to.</param>
    /// <exception cref="SpikeDataException">SPIKE467: the source has another size.</exception>
    public void Resize(Frame source, Frame target)
    {
        if (source.Height != fromHeight || source.Width != fromWidth)
            throw new SpikeDataException("SPIKE467", $"A frame of {source.Width}x{source.Height} came among frames of {fromWidth}x{fromHeight}.");
        device.Run(new WeighRows(source.Pixels.View, vertical.First.View, vertical.Weights.View, rows.View, fromWidth * 3, height, vertical.Taps), height, fromWidth * 3);
        device.Run(new WeighColumns(rows.View, horizontal.First.View, horizontal.Weights.View, target.Pixels.View, fromWidth * 3, width * 3, horizontal.Taps), height, width * 3);
    }

    public void Dispose()
    {
        vertical.Dispose();
        horizontal.Dispose();
        rows.Dispose();
    }
}
