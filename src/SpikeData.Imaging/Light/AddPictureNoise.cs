using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Adds noise to a picture and takes the nearest level the sensor resolves. Run over the rows and 3 x the columns.</summary>
/// <param name="picture">[rows, columns] bytes, changed in place.</param>
/// <param name="deviations">The standard deviation of each code in 2^-16 codes.</param>
/// <param name="levels">The code that stands for each code.</param>
/// <param name="normal">The table of <see cref="Normal"/>.</param>
/// <param name="columns">Bytes in a row: three per pixel.</param>
/// <param name="key">Whose draws these are.</param>
/// <param name="exposure">Which exposure it is.</param>
public readonly struct AddPictureNoise(
    View<byte> picture, View<int> deviations, View<byte> levels, View<int> normal, int columns, PhiloxKey key, int exposure) : IExactKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        int at = row * columns + column;
        TLane zero = TLane.Splat(0), code = TLane.Load(picture, at);
        TLane word = Philox.Draw(zero, TLane.Ramp(at), TLane.Splat(exposure), TLane.Splat(Draws.PictureNoise), key).A;
        TLane noisy = (code << 16) + Normal.Draw(normal, word, TLane.Gather(deviations, code)) + TLane.Splat(1 << 15);
        TLane nearest = TLane.Max(zero, TLane.Min(noisy >> 16, TLane.Splat(255)));
        TLane.Store(picture, at, TLane.Gather(levels, nearest));
    }
}
