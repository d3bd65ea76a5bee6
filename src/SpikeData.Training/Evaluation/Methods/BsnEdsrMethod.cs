using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>The mean of few spikes around an instant, denoised by bsn and enlarged by edsr, in gray.</summary>
[Variant("bsn-edsr")]
public sealed record BsnEdsrMethod : IMethod
{
    public int Place => 7;

    public int? ScaleOf(TrainedNetworks networks) => networks.Enlarger?.Scale;

    public ReadyMethod? Open(MethodContext context)
    {
        if (context.Networks.Enlarger is not { } enlarger || context.Networks.Teacher(context.Scale) is not { } teacher) return null;
        return new("I-3 BSN + EDSR", "the same, enlarged by edsr, in gray", teacher.Brightness, teacher)
        {
            Parameters = context.Networks.Denoiser!.Parameters.TrainedNumbers + enlarger.Parameters.TrainedNumbers,
            IsGray = true,
        };
    }
}
