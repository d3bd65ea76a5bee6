using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Measures the light that frames of one size throw on the pixels of a spike camera.</summary>
public sealed class LightMeter : IDisposable
{
    readonly Device device;
    readonly Buffer<int> light;
    readonly int frameHeight, frameWidth, scale;

    /// <param name="device">Where frames lie and light is measured.</param>
    /// <param name="frameHeight">Rows of a frame.</param>
    /// <param name="frameWidth">Columns of a frame.</param>
    /// <param name="scale">Frame pixels to a sensor pixel along each axis; rows and columns that do not fill a block are left out.</param>
    /// <exception cref="SpikeDataException">SPIKE466: the frames are smaller than one block.</exception>
    public LightMeter(Device device, int frameHeight, int frameWidth, int scale)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(scale, 1);
        (this.device, this.frameHeight, this.frameWidth, this.scale) = (device, frameHeight, frameWidth, scale);
        (Height, Width) = (frameHeight / scale, frameWidth / scale);
        if (Height < 1 || Width < 1)
            throw new SpikeDataException("SPIKE466", $"Frames of {frameWidth}x{frameHeight} hold no block of {scale}x{scale} pixels; choose a smaller scale.");
        light = device.Allocate<int>(Height * Width);
    }

    /// <summary>Rows of the sensor.</summary>
    public int Height { get; }

    /// <summary>Columns of the sensor.</summary>
    public int Width { get; }

    /// <summary>The gray light of a frame in units of <see cref="Light"/>, [height, width], valid until the next call.</summary>
    public Buffer<int> Measure(Frame frame)
    {
        if (frame.Height != frameHeight || frame.Width != frameWidth)
            throw new SpikeDataException("SPIKE467", $"A frame of {frame.Width}x{frame.Height} came among frames of {frameWidth}x{frameHeight}; resize the clip.");
        device.Run(new MeasureLight(frame.Pixels.View, light.View, frameWidth, scale), Height, Width);
        return light;
    }

    public void Dispose() => light.Dispose();
}
