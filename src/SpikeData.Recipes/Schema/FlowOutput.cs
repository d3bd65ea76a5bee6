namespace SpikeData.Recipes;

/// <summary>What a stage gives to later stages.</summary>
/// <param name="TypeName">The type's full name in C#, such as "SpikeData.Pipelines.Clip".</param>
/// <param name="AssignableTo">The full names of the type itself, its base types and its interfaces.</param>
public sealed record FlowOutput(string TypeName, EquatableArray<string> AssignableTo);
