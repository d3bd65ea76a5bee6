namespace SpikeData.Recipes;

/// <summary>A checked recipe: how one data set is made, stage by stage.</summary>
/// <remarks>It says nothing about lines, so that moving it within the file changes nothing.</remarks>
/// <param name="Name">The data set's name in kebab-case, which is also its folder's name.</param>
/// <param name="Description">What the recipe says about itself; may be empty.</param>
/// <param name="Stages">The stages in their order; the first is the source.</param>
public sealed record Recipe(string Name, string Description, EquatableArray<RecipeStage> Stages);
