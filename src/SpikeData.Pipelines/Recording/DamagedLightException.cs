namespace SpikeData.Pipelines;

/// <summary>Ends a recording from light that turned out not to be what was written.</summary>
sealed class DamagedLightException(LightPlan light, Exception cause) : Exception(cause.Message, cause)
{
    public LightPlan Light { get; } = light;
}
