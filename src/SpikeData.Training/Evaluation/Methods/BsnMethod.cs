using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>The mean of few spikes around an instant, denoised by bsn, in gray.</summary>
[Variant("bsn")]
public sealed record BsnMethod : IMethod
{
    public int Place => 6;

    public ReadyMethod? Open(MethodContext context) => context.Networks.Teacher(context.Scale) is not { } teacher ? null : new(
        "I-2 BSN", $"the same, denoised by bsn{context.Enlarging}, in gray", (view, gray) =>
            teacher.DenoisedBrightness(view, gray, context.Enlarge), teacher)
    {
        Parameters = context.Networks.Denoiser!.Parameters.TrainedNumbers,
        IsGray = true,
        Enlarged = context.Enlarged,
    };
}
