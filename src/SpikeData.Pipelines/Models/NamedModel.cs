namespace SpikeData.Pipelines;

/// <summary>A model with its name in datasets.yaml.</summary>
public sealed record NamedModel(string Name, IModel Model);
