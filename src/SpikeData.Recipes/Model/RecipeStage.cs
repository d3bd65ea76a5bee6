namespace SpikeData.Recipes;

/// <summary>One step of a recipe: a stage, the values given to it, and whose outputs it takes.</summary>
/// <param name="Schema">The stage's signature.</param>
/// <param name="Arguments">The values that the recipe gives; everything else keeps its default.</param>
/// <param name="Inputs">The places in the recipe of the stages whose outputs it takes; none for the source.</param>
public sealed record RecipeStage(StageSchema Schema, EquatableArray<Argument> Arguments, EquatableArray<int> Inputs);
