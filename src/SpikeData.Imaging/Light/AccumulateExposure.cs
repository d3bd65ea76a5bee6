using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Lets the light of one more frame fall on an open exposure: sum + frame, byte by byte, in the rows whose shutter is open.</summary>
/// <remarks>Run over the frame's rows and 3 x its columns.</remarks>
/// <param name="frame">The bytes of the frame.</param>
/// <param name="sums">What the exposure collected so far, one number per byte.</param>
/// <param name="linear">The linear light of each code; not read unless <paramref name="curved"/> is set.</param>
/// <param name="columns">Bytes in a row.</param>
/// <param name="rows">Rows of the frame.</param>
/// <param name="index">Which frame of the exposure it is.</param>
/// <param name="open">How many frames each row sees.</param>
/// <param name="readout">How many frames the beginning takes from the top to the bottom.</param>
/// <param name="curved">1 to add linear light instead of codes, otherwise 0.</param>
public readonly struct AccumulateExposure(
    View<byte> frame, View<int> sums, View<int> linear, int columns, int rows, int index, int open, int readout, int curved) : IExactKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        int first = readout == 0 ? 0 : (int)((long)row * readout / rows);
        if (index < first || index >= first + open) return;
        int at = row * columns + column;
        TLane light = TLane.Load(frame, at);
        if (curved != 0) light = TLane.Gather(linear, light);
        TLane.Store(sums, at, index == first ? light : TLane.Load(sums, at) + light);
    }
}
