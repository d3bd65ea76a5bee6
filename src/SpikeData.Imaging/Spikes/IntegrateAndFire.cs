using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>One tick of every pixel: v += gain x light; at the threshold the pixel fires and resets. Fires at most once a tick.</summary>
/// <remarks>Run over the sensor's rows and columns.</remarks>
public readonly struct IntegrateAndFire : IExactKernel
{
    readonly View<int> light, voltage, thresholds;
    readonly View<byte> fired, spikes;
    readonly int columns, whole, fraction, threshold, above, ceiling, folds, keep, clocks, loss;

    /// <param name="light">The light of the tick, [rows, columns].</param>
    /// <param name="voltage">The state of the pixels, [rows, columns], updated.</param>
    /// <param name="spikes">1 where a pixel fires, 0 elsewhere, [rows, columns].</param>
    /// <param name="columns">Pixels in a row.</param>
    /// <param name="model">The pixel.</param>
    public IntegrateAndFire(View<int> light, View<int> voltage, View<byte> spikes, int columns, SpikeModel model)
    {
        (this.light, this.voltage, this.spikes, this.columns) = (light, voltage, spikes, columns);
        long gain = (long)Math.Round(model.Gain / model.Clocks * Math.ScaleB(1, 32 + model.FractionBits - Light.FractionBits));
        (whole, fraction) = ((int)(gain >> 32), (int)gain);
        threshold = model.Fixed(model.Threshold);
        above = model.FiresAbove ? 1 : 0;
        ceiling = int.MaxValue - (model.Fixed(model.Gain) * (model.Flaws is null ? 1 : 2)) - 2;
        folds = model.Reset == VoltageReset.Modulo ? (int)(model.Gain / model.Threshold) : 0;
        keep = model.Reset == VoltageReset.Hard ? 0 : -1;
        clocks = model.Clocks;
        // Views that are not read must still be some memory of the device.
        (thresholds, fired) = (voltage, spikes);
    }

    /// <param name="thresholds">The threshold of each pixel, [rows, columns].</param>
    /// <param name="fired">Whether each pixel fired in the last tick, [rows, columns], updated.</param>
    /// <inheritdoc cref="IntegrateAndFire(View{int}, View{int}, View{byte}, int, SpikeModel)"/>
    public IntegrateAndFire(
        View<int> light, View<int> voltage, View<byte> spikes, int columns, SpikeModel model, View<int> thresholds, View<byte> fired)
        : this(light, voltage, spikes, columns, model)
    {
        (this.thresholds, this.fired, threshold) = (thresholds, fired, 0);
        loss = (int)Math.Round((model.Flaws?.ResetLoss ?? 0) * (1L << 32));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        int at = row * columns + column;
        TLane zero = TLane.Splat(0), one = TLane.Splat(1), shine = TLane.Load(light, at);
        TLane bar = threshold != 0 ? TLane.Splat(threshold) : TLane.Load(thresholds, at);
        if (loss != 0) shine -= TLane.MultiplyHigh(shine, TLane.Splat(loss)) & (zero - TLane.Load(fired, at));
        // Twice the fraction, then half of it rounded up: to the nearest unit.
        TLane step = shine * TLane.Splat(whole) + ((TLane.MultiplyHigh(shine << 1, TLane.Splat(fraction)) + one) >>> 1);
        TLane v = TLane.Load(voltage, at), spike = zero;
        for (int clock = 0; clock < clocks; clock++)
        {
            v = TLane.Min(v, TLane.Splat(ceiling)) + step;
            TLane below = TLane.LessThan(v, bar + TLane.Splat(above));
            TLane reset = (v - bar) & TLane.Splat(keep);
            for (int fold = 0; fold < folds; fold++) reset = TLane.Select(TLane.LessThan(reset, bar), reset, reset - bar);
            v = TLane.Select(below, v, reset);
            spike = TLane.Select(below, spike, one);
        }

        TLane.Store(voltage, at, v);
        TLane.Store(spikes, at, spike);
        if (loss != 0) TLane.Store(fired, at, spike);
    }
}
