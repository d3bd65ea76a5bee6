namespace SpikeData.Recipes;

/// <summary>Where a recipe and its stages stand in the file, kept beside the recipe.</summary>
public sealed record RecipeMarks(SourceSpan Name, EquatableArray<SourceSpan> Stages);
