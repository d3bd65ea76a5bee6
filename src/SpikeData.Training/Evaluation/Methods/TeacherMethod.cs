using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>The teacher of the light network: bsn, edsr and the spike-guided deblurring model, as the recipe describes it, and in deblur as published.</summary>
[Variant("teacher")]
public sealed record TeacherMethod : IMethod
{
    public int Place => 3;

    public int? ScaleOf(TrainedNetworks networks) => networks.Enlarger?.Scale;

    public ReadyMethod? Open(MethodContext context)
    {
        TrainedNetworks networks = context.Networks;
        if (networks.Teacher(context.Scale) is not { } teacher) return null;
        return new("Teacher (SDM)", $"bsn{(networks.Enlarger is null ? "" : ", edsr")} and the spike-guided model", teacher.Deblur, teacher)
        {
            Parameters = networks.Denoiser!.Parameters.TrainedNumbers + (networks.Enlarger?.Parameters.TrainedNumbers ?? 0),
        };
    }
}
