namespace SpikeData.Recipes;

/// <summary>What a stage takes: the nearest earlier output of a type, or every earlier one.</summary>
/// <param name="TypeName">The type's full name in C#; of one element when <paramref name="TakesEvery"/>.</param>
/// <param name="TakesEvery">Whether the stage takes a list of every earlier output of that type.</param>
public sealed record FlowInput(string TypeName, bool TakesEvery = false)
{
    public bool Accepts(FlowOutput output) => output.AssignableTo.Contains(TypeName);
}
