namespace SpikeData.Recipes;

/// <summary>Everything a recipe may name: the stages, and the variants that fill their interface-typed parameters.</summary>
/// <remarks>Filled from the compiler's symbols by the generator and by reflection by the command line; neither is known here.</remarks>
public sealed record StageSchemas(EquatableArray<StageSchema> Stages, EquatableArray<ChoiceSchema> Choices)
{
    public StageSchema? Stage(string name) => Stages.FirstOrDefault(stage => stage.Name == name);

    /// <summary>The variants of an interface; none when nobody implements it.</summary>
    public ChoiceSchema Choice(string typeName) =>
        Choices.FirstOrDefault(choice => choice.TypeName == typeName) ?? new(typeName, default);
}
