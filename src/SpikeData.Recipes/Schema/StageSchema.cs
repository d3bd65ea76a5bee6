namespace SpikeData.Recipes;

/// <summary>A stage's signature: its name in datasets.yaml, its parameters, what it takes and what it gives.</summary>
/// <param name="Name">In kebab-case, such as "simulate-spikes".</param>
/// <param name="TypeName">The record's full name in C#, such as "SpikeData.Pipelines.SimulateSpikes".</param>
/// <param name="Version">The stage's version, part of the content key.</param>
/// <param name="Summary">The record's summary in plain text; empty where it is not known.</param>
/// <param name="Input">What the stage takes from the stages before it.</param>
/// <param name="Output">What the stage gives to the stages after it; the clip, in case of a source.</param>
/// <param name="Parameters">Its keys, in the order of the constructor.</param>
public sealed record StageSchema(
    string Name, string TypeName, int Version, string Summary, FlowInput Input, FlowOutput Output, EquatableArray<ParameterSchema> Parameters)
{
    /// <summary>Whether the stage finds clips instead of taking what an earlier stage gives; a recipe begins with one.</summary>
    public bool IsSource { get; init; }

    /// <summary>What follows from a recipe with this stage; empty where nobody generates code.</summary>
    public EquatableArray<ConstantSchema> Constants { get; init; }
}
