using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>The mean of few spikes around an instant (TFP), in gray.</summary>
[Variant("tfp")]
public sealed record TfpMethod : IMethod
{
    public int Place => 5;

    public ReadyMethod Open(MethodContext context)
    {
        RawSdm raw = new(context.Networks.Device, context.Networks.ShortTicks);
        return new("I-1 TFP", $"the mean of few spikes{context.Enlarging}, in gray", (view, gray) => raw.Brightness(view, gray, context.Enlarge), raw)
        {
            IsGray = true,
            Enlarged = context.Enlarged,
        };
    }
}
