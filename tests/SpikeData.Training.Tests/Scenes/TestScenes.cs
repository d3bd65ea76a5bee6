using SpikeData.Imaging;

namespace SpikeData.Training.Tests;

/// <summary>Small scenes made up from a formula: a bright stripe moves over a dim ground.</summary>
static class TestScenes
{
    public const int Height = 16, Width = 16, Ticks = 57, Margin = 10;

    public static Scene Stripe(int seed = 1) => new(
        $"stripe {seed}", Picture(Brightness(0, Ticks, seed)), Spikes(seed), Margin, [Picture(Brightness(Ticks / 2, 1, seed))]);

    /// <summary>Light so bright that every pixel fires at every tick, before a picture that a formula gives.</summary>
    public static Scene Still(int scale)
    {
        byte[] picture = new byte[Height * scale * Width * scale * 3], spikes = new byte[Ticks * Height * Width];
        for (int i = 0; i < picture.Length; i++) picture[i] = (byte)(i * 7 % 250);
        Array.Fill(spikes, (byte)1);
        return new("still", new(ElementType.UInt8, [Height * scale, Width * scale, 3], picture), SpikeStream.Of(spikes, new(Height, Width)), Margin, []);
    }

    /// <summary>A picture of which every pixel has the brightness that a function of its column gives.</summary>
    static NdArray Picture(Func<int, float> brightness)
    {
        byte[] bgr = new byte[Height * 4 * Width * 4 * 3];
        for (int i = 0; i < bgr.Length; i++) bgr[i] = (byte)(255 * brightness(i / 3 % (Width * 4) / 4));
        return new(ElementType.UInt8, [Height * 4, Width * 4, 3], bgr);
    }

    /// <summary>The mean brightness of a column over some ticks.</summary>
    static Func<int, float> Brightness(int first, int ticks, int seed) => column =>
        Enumerable.Range(first, ticks).Average(tick => (column + seed) * 3 % Width == tick * Width / Ticks ? 0.9f : 0.3f);

    static SpikeStream Spikes(int seed)
    {
        byte[] spikes = new byte[Ticks * Height * Width];
        float[] voltage = Numbers.Random(Height * Width, seed);
        for (int i = 0; i < spikes.Length; i++)
        {
            ref float charge = ref voltage[i % voltage.Length];
            charge += Brightness(i / voltage.Length, 1, seed)(i % Width);
            if (charge < 1) continue;
            (spikes[i], charge) = (1, charge - 1);
        }

        return SpikeStream.Of(spikes, new(Height, Width));
    }
}
