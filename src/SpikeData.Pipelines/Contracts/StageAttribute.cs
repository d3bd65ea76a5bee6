namespace SpikeData.Pipelines;

/// <summary>Gives a record a name in datasets.yaml. The record's summary is the help text, its parameters are the keys.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StageAttribute(string name) : Attribute
{
    /// <summary>The name in kebab-case, such as "simulate-spikes".</summary>
    public string Name { get; } = name;

    /// <summary>Raised whenever the same parameters give other bytes than before; part of the content key.</summary>
    public int Version { get; init; } = 1;
}
