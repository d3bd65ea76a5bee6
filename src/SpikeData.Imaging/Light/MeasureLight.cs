using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Measures the light of a frame on a coarser sensor: the pixels in the middle of each block, weighted by color.</summary>
/// <remarks>
/// This is what bilinear resizing without smoothing does at a whole factor: of a block of 4x4 pixels it sees the middle 2x2, of 3x3 the
/// middle one. Gray is (11 B + 59 G + 30 R) / 100, S-SDM's weights (spike_simulate.py). The sum is exact and is rounded once, to units of
/// light. Run over the sensor's rows and columns.
/// </remarks>
public readonly struct MeasureLight : IExactKernel
{
    readonly View<byte> frame;
    readonly View<int> light, linear;
    readonly ColorWeights weights;
    readonly int stride, columns, scale, whole, fraction, curved;

    /// <param name="frame">[height, width, 3] bytes: blue, green, red.</param>
    /// <param name="light">[height / scale, width / scale], both rounded down.</param>
    /// <param name="linear">The linear light of each code; not read unless <paramref name="curved"/>.</param>
    /// <param name="width">Frame pixels in a row.</param>
    /// <param name="scale">Frame pixels to a sensor pixel along each axis.</param>
    /// <param name="filter">What colors the pixels see.</param>
    /// <param name="curved">Whether linear light is measured instead of codes.</param>
    public MeasureLight(View<byte> frame, View<int> light, View<int> linear, int width, int scale, ColorFilter filter, bool curved)
    {
        (this.frame, this.light, this.linear, this.scale, this.curved) = (frame, light, linear, scale, curved ? 1 : 0);
        (stride, columns, weights) = (width * 3, width / scale, ColorWeights.Of(filter));
        int levels = (scale % 2 == 0 ? 4 : 1) * (curved ? ResponseCurve.Top : 255) * 100;
        whole = Light.Full / levels;
        fraction = (int)(uint)((((long)(Light.Full % levels)) << 32) / levels + 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        TLane place = TLane.Ramp(column), pixel = place * TLane.Splat(scale * 3), last = TLane.Splat(255);
        TLane blue = TLane.Splat(0), green = blue, red = blue;
        for (int y = (scale - 1) / 2; y <= scale / 2; y++)
        for (int x = (scale - 1) / 2; x <= scale / 2; x++)
        {
            TLane colors = TLane.GatherThree(frame, pixel + TLane.Splat((row * scale + y) * stride + x * 3));
            blue += Level(colors & last);
            green += Level((colors >>> 8) & last);
            red += Level(colors >>> 16);
        }

        bool upper = (row & 1) == 0;
        TLane left = TLane.Splat(upper ? weights.UpperLeft : weights.LowerLeft), right = TLane.Splat(upper ? weights.UpperRight : weights.LowerRight);
        TLane weight = TLane.Select(TLane.Equal(place & TLane.Splat(1), TLane.Splat(0)), left, right);
        TLane levels = blue * (weight & last) + green * ((weight >>> 8) & last) + red * (weight >>> 16);
        // Twice the fraction, then half of it rounded up: to the nearest unit.
        TLane rest = (TLane.MultiplyHigh(levels << 1, TLane.Splat(fraction)) + TLane.Splat(1)) >>> 1;
        TLane.Store(light, row * columns + column, levels * TLane.Splat(whole) + rest);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TLane Level<TLane>(TLane code)
        where TLane : struct, IIntLane<TLane> => curved != 0 ? TLane.Gather(linear, code) : code;
}
