using SpikeData.Imaging;

namespace SpikeData.Calibration;

/// <summary>Turns the spikes of a sensor into those of one whose pixels are all alike: tick by tick, in whole numbers, the same on every machine.</summary>
/// <remarks>
/// A pixel keeps an account: each of its spikes pays in 1 / answer, each tick pays out what the pixel fires in the dark, and where a whole spike has gathered, one is given.
/// So rates become (rate - dark) / answer, and no spike moves by more than its own interval. A defective pixel gives the spikes of its nearest sound neighbor.
/// </remarks>
public sealed class SpikeCorrection
{
    /// <summary>One spike, in the parts that accounts are kept in.</summary>
    const int One = 1 << 16;

    /// <summary>An answer weaker than this is no reason to make more spikes of noise.</summary>
    const double WeakestAnswer = 0.1;

    readonly SpikeLayout layout;
    readonly int[] source, worth, dark, account;
    readonly byte[] fired, given;

    /// <param name="photometry">How the pixels answer.</param>
    /// <param name="depth">What is corrected.</param>
    public SpikeCorrection(Photometry photometry, SpikeCorrectionDepth depth)
    {
        layout = new(photometry.Height, photometry.Width);
        Neighborhood around = new(photometry.Height, photometry.Width);
        HashSet<int> bad = [.. photometry.Defects.Select(defect => defect.Y * photometry.Width + defect.X)];
        source = [.. Enumerable.Range(0, layout.Pixels).Select(pixel => bad.Contains(pixel) ? around.Sound(pixel, bad) : pixel)];
        bool whole = depth == SpikeCorrectionDepth.Full;
        worth = [.. source.Select(pixel => whole && photometry.Flat is { } flat ? (int)Math.Round(One / Math.Max(WeakestAnswer, flat.Values[pixel])) : One)];
        dark = [.. source.Select(pixel => whole && photometry.Dark is { } map ? (int)Math.Round(One * Math.Clamp(map.Values[pixel], 0, 1)) : 0)];
        (account, fired, given) = (new int[layout.Pixels], new byte[layout.Pixels], new byte[layout.Pixels]);
    }

    /// <summary>Forgets what went before.</summary>
    public void Reset() => Array.Clear(account);

    /// <summary>Corrects the next ticks of one recording.</summary>
    /// <returns>As many ticks, the lowest row first.</returns>
    /// <exception cref="Compute.SpikeDataException">SPIKE608: they are of another sensor.</exception>
    /// <param name="spikes">The ticks.</param>
    /// <param name="file">The recording, for messages.</param>
    public SpikeStream Correct(SpikeStream spikes, string file)
    {
        if ((spikes.Layout.Height, spikes.Layout.Width) != (layout.Height, layout.Width)) throw Errors.OtherSensor(file, spikes.Layout.Height, spikes.Layout.Width, layout.Height, layout.Width);
        byte[] packed = new byte[checked(spikes.Ticks * layout.FrameBytes)];
        for (int tick = 0; tick < spikes.Ticks; tick++)
        {
            spikes.Unpack(tick, fired);
            for (int pixel = 0; pixel < given.Length; pixel++)
            {
                // An account is never so deep in debt that light after darkness would be late.
                int now = Math.Max(account[pixel] + fired[source[pixel]] * worth[pixel] - dark[pixel], -2 * One);
                given[pixel] = (byte)(now >= One ? 1 : 0);
                account[pixel] = now - given[pixel] * One;
            }

            RowOrders.Flip(given, layout.Width);
            SpikeBits.TryPack(given, packed.AsSpan(tick * layout.FrameBytes, layout.FrameBytes));
        }

        return new(layout, packed);
    }
}
