using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>One tick of every pixel: v += gain x light; at the threshold the pixel fires and resets. Fires at most once a tick.</summary>
/// <remarks>Run over the sensor's rows and columns.</remarks>
public readonly struct IntegrateAndFire : IExactKernel
{
    readonly View<int> light, voltage;
    readonly View<byte> spikes;
    readonly int columns, whole, fraction, threshold, fireAt, ceiling, folds, keep;

    /// <param name="light">The light of the tick, [rows, columns].</param>
    /// <param name="voltage">The state of the pixels, [rows, columns], updated.</param>
    /// <param name="spikes">1 where a pixel fires, 0 elsewhere, [rows, columns].</param>
    /// <param name="columns">Pixels in a row.</param>
    /// <param name="model">The pixel.</param>
    public IntegrateAndFire(View<int> light, View<int> voltage, View<byte> spikes, int columns, SpikeModel model)
    {
        (this.light, this.voltage, this.spikes, this.columns) = (light, voltage, spikes, columns);
        long gain = (long)Math.Round(model.Gain * Math.ScaleB(1, 32 + model.FractionBits - Light.FractionBits));
        (whole, fraction) = ((int)(gain >> 32), (int)gain);
        threshold = model.Fixed(model.Threshold);
        fireAt = model.FiresAbove ? threshold + 1 : threshold;
        ceiling = int.MaxValue - model.Fixed(model.Gain) - 1;
        folds = model.Reset == VoltageReset.Modulo ? (int)(model.Gain / model.Threshold) : 0;
        keep = model.Reset == VoltageReset.Zero ? 0 : -1;
    }

    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        int at = row * columns + column;
        TLane shine = TLane.Load(light, at);
        // Twice the fraction, then half of it rounded up: to the nearest unit.
        TLane rest = (TLane.MultiplyHigh(shine << 1, TLane.Splat(fraction)) + TLane.Splat(1)) >>> 1;
        TLane v = TLane.Min(TLane.Load(voltage, at), TLane.Splat(ceiling)) + shine * TLane.Splat(whole) + rest;
        TLane below = TLane.LessThan(v, TLane.Splat(fireAt));
        TLane reset = (v - TLane.Splat(threshold)) & TLane.Splat(keep);
        for (int fold = 0; fold < folds; fold++)
            reset = TLane.Select(TLane.LessThan(reset, TLane.Splat(threshold)), reset, reset - TLane.Splat(threshold));
        TLane.Store(voltage, at, TLane.Select(below, v, reset));
        TLane.Store(spikes, at, TLane.Select(below, TLane.Splat(0), TLane.Splat(1)));
    }
}
