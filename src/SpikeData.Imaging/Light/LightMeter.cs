using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Measures the light that frames of one size throw on the pixels of a spike camera.</summary>
public sealed class LightMeter : IDisposable
{
    readonly Device device;
    readonly Buffer<int> light, linear;
    readonly int frameHeight, frameWidth, scale;
    readonly ColorFilter filter;
    readonly bool curved;

    /// <param name="device">Where frames lie and light is measured.</param>
    /// <param name="frameHeight">Rows of a frame.</param>
    /// <param name="frameWidth">Columns of a frame.</param>
    /// <param name="scale">Frame pixels to a sensor pixel along each axis; rows and columns that do not fill a block are left out.</param>
    /// <param name="filter">What colors the pixels see.</param>
    /// <param name="response">The curve of the camera whose frames these are, to measure linear light; none to take codes for light, as published data do.</param>
    /// <exception cref="SpikeDataException">SPIKE466: the frames are smaller than one block.</exception>
    public LightMeter(
        Device device, int frameHeight, int frameWidth, int scale, ColorFilter filter = ColorFilter.Gray, ResponseCurve? response = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(scale, 1);
        (this.device, this.frameHeight, this.frameWidth, this.scale, this.filter) = (device, frameHeight, frameWidth, scale, filter);
        (Height, Width) = (frameHeight / scale, frameWidth / scale);
        if (Height < 1 || Width < 1)
            throw new SpikeDataException("SPIKE466", $"Frames of {frameWidth}x{frameHeight} hold no block of {scale}x{scale} pixels; choose a smaller scale.");
        light = device.Allocate<int>(Height * Width);
        linear = device.Allocate<int>(256);
        curved = response is not null;
        if (response is not null) linear.Upload(response.Linear);
    }

    /// <summary>Rows of the sensor.</summary>
    public int Height { get; }

    /// <summary>Columns of the sensor.</summary>
    public int Width { get; }

    /// <summary>The light of a frame in units of <see cref="Light"/>, [height, width], valid until the next call.</summary>
    public Buffer<int> Measure(Frame frame)
    {
        if (frame.Height != frameHeight || frame.Width != frameWidth)
            throw new SpikeDataException("SPIKE467", $"A frame of {frame.Width}x{frame.Height} came among frames of {frameWidth}x{frameHeight}; resize the clip.");
        device.Run(new MeasureLight(frame.Pixels.View, light.View, linear.View, frameWidth, scale, filter, curved), Height, Width);
        return light;
    }

    public void Dispose()
    {
        light.Dispose();
        linear.Dispose();
    }
}
