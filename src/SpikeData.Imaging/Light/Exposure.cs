using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>An open shutter: collects the light of frames and gives their mean, the blurry picture.</summary>
public sealed class Exposure(Device device, int height, int width) : IDisposable
{
    /// <summary>How many bytes one sum can hold: 255 times this is still below 2^31.</summary>
    const int MostBytes = int.MaxValue / 255;

    readonly Buffer<int> sums = device.Allocate<int>(checked(height * width * 3));

    /// <summary>How many frames have been collected.</summary>
    public int Frames { get; private set; }

    /// <summary>Forgets what was collected.</summary>
    public void Open() => Frames = 0;

    /// <exception cref="SpikeDataException">SPIKE467: the frame has another size. SPIKE468: the exposure holds 8 million frames already.</exception>
    public void Add(Frame frame)
    {
        if (frame.Height != height || frame.Width != width)
            throw new SpikeDataException("SPIKE467", $"A frame of {frame.Width}x{frame.Height} came among frames of {width}x{height}; resize the clip.");
        if (Frames == MostBytes) throw TooLong();
        device.Run(new AccumulateExposure(frame.Pixels.View, sums.View, width * 3, Frames == 0 ? 0 : -1), height, width * 3);
        Frames++;
    }

    /// <summary>Writes the mean of the frames, rounded half to even.</summary>
    /// <param name="picture">[height / scale, width / scale, 3] bytes.</param>
    /// <param name="scale">Frame pixels to a picture pixel along each axis.</param>
    /// <exception cref="SpikeDataException">SPIKE468: too many frames for this scale.</exception>
    public void Average(Buffer<byte> picture, int scale = 1)
    {
        if (Frames == 0) throw new InvalidOperationException("An exposure without frames has no mean.");
        long count = (long)Frames * (scale % 2 == 0 ? 4 : 1);
        if (count > MostBytes) throw TooLong();
        int columns = width / scale * 3;
        device.Run(new AverageExposure(sums.View, picture.View, width * 3, columns, scale, (int)count), height / scale, columns);
    }

    public void Dispose() => sums.Dispose();

    static SpikeDataException TooLong() =>
        new("SPIKE468", $"An exposure averages at most {MostBytes} frames, a fourth of it when it also halves the size; shorten it.");
}
