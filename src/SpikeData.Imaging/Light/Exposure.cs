using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>A conventional camera taking a picture: collects the light of frames and gives their mean, the blurry picture.</summary>
public sealed class Exposure : IDisposable
{
    readonly Device device;
    readonly int height, width;
    readonly Shutter shutter;
    readonly int curved;
    readonly Buffer<int> sums, linear;
    readonly Buffer<byte> codes;

    /// <param name="device">Where frames lie and light is collected.</param>
    /// <param name="height">Rows of a frame.</param>
    /// <param name="width">Columns of a frame.</param>
    /// <param name="response">The curve of the camera whose frames these are, to average linear light; none to average codes, as published data do.</param>
    /// <param name="shutter">When the rows see light; all see all frames unless given.</param>
    public Exposure(Device device, int height, int width, ResponseCurve? response = null, Shutter? shutter = null)
    {
        (this.device, this.height, this.width, this.shutter) = (device, height, width, shutter ?? new(int.MaxValue));
        sums = device.Allocate<int>(checked(height * width * 3));
        curved = response is null ? 0 : 1;
        linear = device.Allocate<int>(256);
        codes = device.Allocate<byte>(response?.Codes.Length ?? 1);
        if (response is null) return;
        linear.Upload(response.Linear);
        codes.Upload(response.Codes);
    }

    /// <summary>How many frames have been collected.</summary>
    public int Frames { get; private set; }

    /// <summary>How many frames an exposure can have: their sum is still below 2^31.</summary>
    public int MostFrames => int.MaxValue / (curved != 0 ? ResponseCurve.Top : 255);

    /// <summary>Forgets what was collected.</summary>
    public void Open() => Frames = 0;

    /// <exception cref="SpikeDataException">SPIKE467: the frame has another size. SPIKE468: the exposure holds as many frames as it can.</exception>
    public void Add(Frame frame)
    {
        if (frame.Height != height || frame.Width != width)
            throw new SpikeDataException("SPIKE467", $"A frame of {frame.Width}x{frame.Height} came among frames of {width}x{height}; resize the clip.");
        if (Frames == MostFrames) throw TooLong();
        int index = Frames++, columns = width * 3;
        device.Run(
            new AccumulateExposure(
                frame.Pixels.View, sums.View, linear.View, columns, height, index, shutter.OpenFrames, shutter.ReadoutFrames, curved),
            height,
            columns);
    }

    /// <summary>Writes the mean of the frames, rounded half to even.</summary>
    /// <param name="picture">[height / scale, width / scale, 3] bytes.</param>
    /// <param name="scale">Frame pixels to a picture pixel along each axis.</param>
    /// <exception cref="SpikeDataException">SPIKE468: too many frames for this scale.</exception>
    public void Average(Buffer<byte> picture, int scale = 1)
    {
        if (Frames == 0 || (shutter.OpenFrames < int.MaxValue && Frames < shutter.FramesFor(height)))
            throw new InvalidOperationException($"The shutter is still open after {Frames} frames.");
        long count = (long)Math.Min(Frames, shutter.OpenFrames) * (scale % 2 == 0 ? 4 : 1);
        if (count > MostFrames) throw TooLong();
        int columns = width / scale * 3;
        device.Run(
            new AverageExposure(sums.View, picture.View, codes.View, width * 3, columns, scale, (int)count, curved), height / scale, columns);
    }

    public void Dispose()
    {
        sums.Dispose();
        linear.Dispose();
        codes.Dispose();
    }

    SpikeDataException TooLong() =>
        new("SPIKE468", $"An exposure averages at most {MostFrames} frames, a fourth of it when it also halves the size; shorten it.");
}
