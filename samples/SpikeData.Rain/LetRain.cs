using SpikeData.Compute;

namespace SpikeData.Rain;

/// <summary>Brightens the pixels of a frame that a streak of rain covers: <c>wet = dry + (255 - dry) x brightness</c>.</summary>
/// <remarks>
/// The picture is cut into places of one column and <paramref name="length"/> rows, which move down as the rain falls. A draw per place, from
/// its column and its number alone, says whether a streak is there: nothing is kept from frame to frame, and no pixel asks another.
/// </remarks>
/// <param name="dry">The frame, [rows, columns, 3].</param>
/// <param name="wet">The frame with rain.</param>
/// <param name="width">Bytes in a row: three times its columns.</param>
/// <param name="fallen">How many rows the rain has fallen since the first frame.</param>
/// <param name="length">Rows of a streak.</param>
/// <param name="streaks">How many of 1000 places hold one.</param>
/// <param name="brightness">What a streak adds, of <see cref="Full"/>.</param>
/// <param name="key">Whose draws these are.</param>
public readonly struct LetRain(View<byte> dry, View<byte> wet, int width, int fallen, int length, int streaks, int brightness, PhiloxKey key) : IExactKernel
{
    /// <summary>A brightness of 1.</summary>
    public const int Full = 256;

    // Above 2^32 / 3: the upper half of the product with a number below 2^31 is a third of it, rounded down.
    const int Third = 0x55555556;

    // Rows above the picture count on from here, so that places are numbered without a sign.
    const int Above = 1 << 29;

    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        int at = row * width + column;
        int place = (Above + row - fallen) / length;
        TLane pixel = TLane.MultiplyHigh(TLane.Ramp(column), TLane.Splat(Third));
        TLane bits = Philox.Draw(pixel, TLane.Splat(place), TLane.Splat(0), TLane.Splat(0), key).A;
        TLane isStreak = TLane.LessThan(TLane.MultiplyHigh(bits, TLane.Splat(1000)), TLane.Splat(streaks));
        TLane light = TLane.Load(dry, at);
        TLane brighter = light + ((TLane.Splat(255) - light) * TLane.Splat(brightness) >> 8);
        TLane.Store(wet, at, TLane.Select(isStreak, brighter, light));
    }
}
