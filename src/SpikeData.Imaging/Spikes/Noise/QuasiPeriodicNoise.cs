using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Inherent noise as S-SDM's data have it: each pixel fires about every 140 ticks, at a phase of its own, with normally distributed gaps.</summary>
/// <remarks>
/// The published script draws one long run of gaps over all pixels, time fastest, so within a pixel's exposure the spikes form a renewal process
/// at a random phase. Here each pixel runs its own, so that any pixel can be drawn alone. Gaps below eight ticks (0.4 % of them) become eight.
/// </remarks>
/// <param name="MeanGap">Ticks from one noise spike to the next.</param>
/// <param name="Deviation">The standard deviation of the gaps.</param>
public sealed record QuasiPeriodicNoise(double MeanGap = 140, double Deviation = 50) : SpikeNoise
{
    internal override NoiseSource Lay(Device device, SpikeLayout layout, SensorTile tile, PhiloxKey key)
    {
        if (MeanGap is not (>= 2 * NoiseGaps.Shortest and <= 1e6) || Deviation is not >= 0 || Deviation > MeanGap)
            throw new SpikeDataException("SPIKE476",
                $"Noise gaps of {MeanGap} +- {Deviation} ticks cannot be drawn; the mean lies between {2 * NoiseGaps.Shortest} and a million and the deviation below it.");
        return new Source(device, layout, tile, key, NoiseGaps.Normal(MeanGap, Deviation));
    }

    sealed class Source : NoiseSource
    {
        readonly PhiloxKey key;
        readonly Buffer<int> gaps, first, next;
        int exposure;

        public Source(Device device, SpikeLayout layout, SensorTile tile, PhiloxKey key, int[] gapTable)
            : base(device, layout, tile)
        {
            this.key = key;
            gaps = device.Allocate<int>(gapTable.Length);
            first = device.Allocate<int>(gapTable.Length);
            next = device.Allocate<int>(layout.Pixels);
            gaps.Upload(gapTable);
            first.Upload(NoiseGaps.First(gapTable));
        }

        public override void Reset(int exposure)
        {
            this.exposure = exposure;
            Run(new DrawNoisePhase(next.View, first.View, Tile, key, exposure));
        }

        public override void Dispose()
        {
            base.Dispose();
            gaps.Dispose();
            first.Dispose();
            next.Dispose();
        }

        protected override void Draw(View<byte> noise, int tick) =>
            Run(new DrawQuasiPeriodicNoise(next.View, noise, gaps.View, Tile, tick, key, exposure));
    }
}
