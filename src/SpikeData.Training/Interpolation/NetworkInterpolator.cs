using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>Lets a network make the frames between two frames; whatever depends on the pair alone is computed once.</summary>
/// <param name="network">The network, whose memory is given back at the end.</param>
/// <param name="video">The same network.</param>
/// <param name="size">The size of frames.</param>
/// <param name="motion">Told of the motion between every two frames.</param>
/// <param name="finish">Called at the end.</param>
sealed class NetworkInterpolator(Network network, IVideoNetwork video, FrameSize size, MotionStatistics motion, Action finish) : IFrameInterpolator
{
    readonly Tape tape = new(network.Device) { Records = false };
    readonly byte[] pixels = new byte[size.Height * size.Width * 3];
    readonly float[] planes = new float[size.Height * size.Width * 3];
    IEnumerator<VideoFrame>? made;
    float instant;
    bool isMeasured;

    public void SetPair(Frame left, Frame right)
    {
        made?.Dispose();
        tape.Clear();
        made = video.Interpolate(Input(left), Input(right), Instants()).GetEnumerator();
        isMeasured = false;
    }

    public void Between(int numerator, int denominator, Frame target)
    {
        if (made is null) throw new InvalidOperationException("There is no pair of frames yet.");
        instant = (float)numerator / denominator;
        _ = made.MoveNext();
        if (!isMeasured) motion.Add(tape, made.Current, size, new(0, 0, size.Height, size.Width, 0));
        isMeasured = true;
        tape.ReadFrame(made.Current.Frame, size.Height, size.Width, planes);
        video.ToPixels(planes, pixels);
        target.Pixels.Upload(pixels);
    }

    public void Dispose()
    {
        made?.Dispose();
        tape.Dispose();
        foreach (Parameter parameter in network.Parameters) parameter.Tensor.Dispose();
        finish();
    }

    /// <summary>The instants asked for, each when it is asked for.</summary>
    IEnumerable<float> Instants()
    {
        while (true) yield return instant;
    }

    /// <exception cref="SpikeDataException">SPIKE467: the frame is of another size.</exception>
    internal static void Check(Frame frame, FrameSize size)
    {
        if (frame.Height != size.Height || frame.Width != size.Width)
            throw new SpikeDataException("SPIKE467", $"A frame of {frame.Width}x{frame.Height} came among frames of {size}; resize the clip.");
    }

    Tensor Input(Frame frame)
    {
        Check(frame, size);
        frame.Pixels.Download(pixels);
        return tape.Input(video, pixels, size.Height, size.Width);
    }
}
