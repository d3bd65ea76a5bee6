using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Noise without memory: in each tick each pixel fires with the same small probability.</summary>
/// <param name="MeanGap">Ticks from one noise spike to the next on average.</param>
public sealed record PoissonNoise(double MeanGap = 140) : SpikeNoise
{
    internal override NoiseSource Lay(Device device, SpikeLayout layout, SensorTile tile, PhiloxKey key)
    {
        if (MeanGap is not (>= 2 and <= 1e6))
            throw new SpikeDataException("SPIKE476", $"Noise gaps of {MeanGap} ticks cannot be drawn; the mean lies between 2 and a million.");
        return new Source(device, layout, tile, key, (int)(Math.Round((1L << 32) / MeanGap) - (1L << 31)));
    }

    sealed class Source(Device device, SpikeLayout layout, SensorTile tile, PhiloxKey key, int bound) : NoiseSource(device, layout, tile)
    {
        int exposure;

        public override void Reset(int exposure) => this.exposure = exposure;

        protected override void Draw(View<byte> noise, int tick) =>
            Run(new DrawPoissonNoise(noise, Tile, bound, tick, key, exposure));
    }
}
