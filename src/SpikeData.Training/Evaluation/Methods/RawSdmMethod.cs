using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>The spike-guided deblurring model without networks.</summary>
[Variant("raw-sdm")]
public sealed record RawSdmMethod : IMethod
{
    public int Place => 2;

    public ReadyMethod Open(MethodContext context)
    {
        RawSdm raw = new(context.Networks.Device, context.Networks.ShortTicks);
        string spikes = context.Scale == 1 ? "spikes" : "spikes enlarged by bilinear interpolation";
        return new("Raw SDM", $"the spike-guided model on {spikes}, no network", raw.Deblur, raw);
    }
}
