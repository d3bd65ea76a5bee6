using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Gives every pixel a voltage drawn evenly from 0 to a range, the range excluded.</summary>
/// <param name="voltage">The state of the pixels, [rows, columns].</param>
/// <param name="tile">Which pixels they are.</param>
/// <param name="range">In the unit of the voltages.</param>
/// <param name="key">Whose draws these are.</param>
/// <param name="exposure">Which exposure begins.</param>
public readonly struct DrawVoltage(View<int> voltage, SensorTile tile, int range, PhiloxKey key, int exposure) : IExactKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        int at = tile.PlaceOf(row, column);
        TLane zero = TLane.Splat(0);
        TLane word = Philox.Draw(zero, TLane.Ramp(tile.NumberOf(row, column)), TLane.Splat(exposure), TLane.Splat(Draws.Voltage), key).A;
        TLane.Store(voltage, at, TLane.MultiplyHigh(word, TLane.Splat(range)));
    }
}
