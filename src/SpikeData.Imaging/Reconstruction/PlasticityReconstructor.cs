using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Pictures of what synapses have learned from all ticks up to a moment.</summary>
public sealed class PlasticityReconstructor : Reconstructor
{
    const int TicksAtOnce = 64;

    readonly ISpikeSource recording;
    readonly PlasticityFilter filter;
    readonly Func<PlasticityFilter, byte[]> picture;
    SpikeStream ahead;
    long next;

    PlasticityReconstructor(Device device, ISpikeSource recording, Plasticity plasticity, Func<PlasticityFilter, byte[]> picture)
    {
        (this.recording, this.picture) = (recording, picture);
        filter = new(device, recording.Layout.Height, recording.Layout.Width, plasticity);
        ahead = new(recording.Layout, default);
    }

    /// <summary>TFSTP: the firing rates that the synapses tell, stretched and equalized.</summary>
    public static PlasticityReconstructor Texture(Device device, ISpikeSource recording) =>
        new(device, recording, Plasticity.ForTexture, Imaging.Texture.FromPlasticity);

    /// <summary>STP: white where a pixel fired at the moment because something moves, black elsewhere.</summary>
    public static PlasticityReconstructor Motion(Device device, ISpikeSource recording) =>
        new(device, recording, Plasticity.ForMotion, filter => Array.ConvertAll(filter.Moving(), moves => (byte)(255 * moves)));

    public override byte[] At(long tick)
    {
        if (tick < 0 || tick >= recording.Ticks)
            throw new SpikeDataException("SPIKE473", $"Tick {tick} is wanted; the recording has {recording.Ticks}, counted from 0.");
        if (tick < next - 1)
            throw new ArgumentOutOfRangeException(nameof(tick), tick, $"The synapses have seen tick {next - 1} already; ask in rising order.");
        for (; next <= tick; next++)
        {
            int place = (int)(next % TicksAtOnce);
            if (place == 0) ahead = recording.Read(next, (int)Math.Min(TicksAtOnce, recording.Ticks - next));
            filter.Take(ahead, place);
        }

        return picture(filter);
    }

    public override void Dispose()
    {
        filter.Dispose();
        base.Dispose();
    }
}
