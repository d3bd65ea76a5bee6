namespace SpikeData.Recipes;

/// <summary>What reading a recipe file gave: the recipes without fault, where they stand, and everything that is wrong.</summary>
/// <param name="Recipes">In the order of the file.</param>
/// <param name="Marks">Where they stand, in the same order.</param>
/// <param name="Problems">In the order of the file; empty when all is well.</param>
public sealed record RecipeBook(EquatableArray<Recipe> Recipes, EquatableArray<RecipeMarks> Marks, EquatableArray<Problem> Problems)
{
    /// <summary>The models without fault, in the order of the file.</summary>
    public EquatableArray<ModelRecipe> Models { get; init; }
}
