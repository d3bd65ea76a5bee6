using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>A stretch of a spike stream in device memory, ready to be reconstructed: one byte per pixel and tick.</summary>
public sealed class SpikeBlock : IDisposable
{
    readonly Device device;
    readonly Buffer<byte> spikes;

    /// <exception cref="OverflowException">The stretch has 2^31 pixels and ticks or more; take it in parts.</exception>
    public SpikeBlock(Device device, SpikeStream stream)
    {
        (this.device, Ticks, Height, Width) = (device, stream.Ticks, stream.Layout.Height, stream.Layout.Width);
        spikes = device.Allocate<byte>(checked(Ticks * Pixels));
        using Buffer<byte> packed = device.Allocate<byte>(Math.Max(1, Ticks * stream.Layout.FrameBytes));
        packed.Upload(stream.Bytes);
        device.Run(new UnpackSpikes(packed.View, spikes.View, stream.Layout), Ticks * Height, Width);
        device.Synchronize();
    }

    public int Ticks { get; }

    public int Height { get; }

    public int Width { get; }

    /// <summary>Height x width.</summary>
    public int Pixels => Height * Width;

    /// <summary>How often each pixel fired in a window of ticks: [height, width].</summary>
    public int[] Count(int first, int ticks)
    {
        Contains(first, ticks);
        return Measure(counts => new CountSpikes(spikes.View, counts, Width, Pixels, first, ticks), Pixels);
    }

    /// <summary>The ticks from the last spike at or before a moment to the first one after it: [height, width].</summary>
    /// <param name="tick">The moment.</param>
    /// <param name="reach">How many ticks are searched on either side, the moment itself being the first before.</param>
    /// <param name="missing">What stands where one of the two is not found.</param>
    public int[] Interval(int tick, int reach, int missing)
    {
        Contains(tick, 1);
        int back = Math.Min(reach, tick + 1), ahead = Math.Min(reach, Ticks - 1 - tick);
        return Measure(intervals => new MeasureInterval(spikes.View, intervals, Width, Pixels, tick, back, ahead, missing), Pixels);
    }

    /// <summary>For every tick the length of the interval it lies in: [ticks, height, width].</summary>
    /// <remarks>The DSFT of Zhao et al.: before the first spike the interval begins at tick 0, behind the last it ends with the recording.</remarks>
    /// <param name="preceding">Whether the interval before it is added.</param>
    /// <param name="following">Whether the interval after it is added.</param>
    public int[] FiringTimes(bool preceding = false, bool following = false)
    {
        int length = Ticks * Pixels;
        using Buffer<int> intervals = device.Allocate<int>(length);
        device.Run(new MeasureFiringTimes(spikes.View, intervals.View, Width, Pixels, Ticks), Height, Width);
        if (!preceding && !following) return Downloaded(intervals);
        View<int> own = intervals.View;
        return Measure(sums => new AddNeighborIntervals(spikes.View, own, sums, Width, Pixels, Ticks, preceding ? -1 : 0, following ? -1 : 0), length);
    }

    public void Dispose() => spikes.Dispose();

    int[] Measure<TKernel>(Func<View<int>, TKernel> kernel, int length)
        where TKernel : struct, IExactKernel
    {
        using Buffer<int> result = device.Allocate<int>(length);
        device.Run(kernel(result.View), Height, Width);
        return Downloaded(result);
    }

    static int[] Downloaded(Buffer<int> buffer)
    {
        int[] numbers = new int[buffer.Length];
        buffer.Download(numbers);
        return numbers;
    }

    void Contains(int first, int ticks)
    {
        if (first < 0 || ticks < 1 || first > Ticks - ticks)
            throw new SpikeDataException("SPIKE477", $"Ticks {first} to {first + ticks - 1} are needed; the spike stream has {Ticks}. Shorten or move the window.");
    }
}
