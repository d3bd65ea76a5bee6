using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Measures the gray light of a frame on a coarser sensor: (11 B + 59 G + 30 R) / 100 of the pixels in the middle of each block.</summary>
/// <remarks>
/// This is what bilinear resizing without smoothing does at a whole factor: of a block of 4x4 pixels it sees the middle 2x2, of 3x3 the
/// middle one. The weights are S-SDM's (spike_simulate.py); the sum is exact and is rounded once, to units of light.
/// Run over the sensor's rows and columns.
/// </remarks>
/// <param name="frame">[rows, stride / 3, 3] bytes: blue, green, red.</param>
/// <param name="light">The sensor's light, [rows / scale, columns].</param>
/// <param name="stride">Bytes from one frame row to the next.</param>
/// <param name="columns">Sensor pixels in a row.</param>
/// <param name="scale">Frame pixels to a sensor pixel along each axis.</param>
/// <param name="whole">The whole part of the light of one hundredth of a gray level of one pixel among those averaged.</param>
/// <param name="fraction">The rest of it, times 2^32, rounded up.</param>
public readonly struct MeasureLight(View<byte> frame, View<int> light, int stride, int columns, int scale, int whole, int fraction) : IExactKernel
{
    /// <param name="frame">[height, width, 3] bytes: blue, green, red.</param>
    /// <param name="light">[height / scale, width / scale], both rounded down.</param>
    /// <param name="width">Frame pixels in a row.</param>
    /// <param name="scale">Frame pixels to a sensor pixel along each axis.</param>
    public MeasureLight(View<byte> frame, View<int> light, int width, int scale)
        : this(frame, light, width * 3, width / scale, scale, Light.Full / Levels(scale), Fraction(Levels(scale)))
    {
    }

    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        int first = (scale - 1) / 2, last = scale / 2;
        TLane pixel = TLane.Ramp(column) * TLane.Splat(scale * 3);
        TLane blue = TLane.Splat(0), green = blue, red = blue;
        for (int y = first; y <= last; y++)
        for (int x = first; x <= last; x++)
        {
            TLane at = pixel + TLane.Splat((row * scale + y) * stride + x * 3);
            blue += TLane.Gather(frame, at);
            green += TLane.Gather(frame, at + TLane.Splat(1));
            red += TLane.Gather(frame, at + TLane.Splat(2));
        }

        TLane levels = blue * TLane.Splat(11) + green * TLane.Splat(59) + red * TLane.Splat(30);
        // Twice the fraction, then half of it rounded up: to the nearest unit.
        TLane rest = (TLane.MultiplyHigh(levels << 1, TLane.Splat(fraction)) + TLane.Splat(1)) >>> 1;
        TLane.Store(light, row * columns + column, levels * TLane.Splat(whole) + rest);
    }

    static int Levels(int scale) => (scale % 2 == 0 ? 4 : 1) * 255 * 100;

    static int Fraction(int levels) => (int)(uint)((((long)(Light.Full % levels)) << 32) / levels + 1);
}
