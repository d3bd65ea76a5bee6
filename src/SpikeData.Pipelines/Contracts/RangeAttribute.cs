namespace SpikeData.Pipelines;

/// <summary>The smallest and largest number a stage parameter accepts, both included, and its unit.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class RangeAttribute(double minimum, double maximum) : Attribute
{
    public double Minimum { get; } = minimum;

    public double Maximum { get; } = maximum;

    /// <summary>What the number counts, such as "ticks" or "pixels"; empty for a pure number.</summary>
    public string Unit { get; init; } = "";
}
