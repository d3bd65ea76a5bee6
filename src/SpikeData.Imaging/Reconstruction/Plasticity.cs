namespace SpikeData.Imaging;

/// <summary>How a synapse tires and recovers: short-term plasticity after Tsodyks and Markram, as SpikeCV uses it.</summary>
/// <param name="Rest">U, the utilization of a rested synapse.</param>
/// <param name="Recovery">D, how long the resource takes to come back, in time units.</param>
/// <param name="Facilitation">F, how long the utilization stays raised, in time units.</param>
/// <param name="Step">f, how far a spike raises the utilization.</param>
/// <param name="TicksPerUnit">Ticks in a time unit.</param>
/// <param name="Change">How far the resource must move for a spike to count as motion.</param>
public sealed record Plasticity(float Rest, float Recovery, float Facilitation, float Step, float TicksPerUnit, float Change = 0.1f)
{
    /// <summary>The filter that keeps the spikes of what moves (SpikeCV's STPFilter).</summary>
    public static Plasticity ForMotion { get; } = new(0.1f, 0.02f, 1.7f, 0.11f, 2000);

    /// <summary>The filter whose state is a picture (TFSTP: Zheng et al., "Capture the moment", TPAMI 2023).</summary>
    public static Plasticity ForTexture { get; } = new(0.15f, 1, 10, 0.15f, 1);
}
