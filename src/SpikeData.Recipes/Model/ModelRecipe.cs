namespace SpikeData.Recipes;

/// <summary>A checked entry of <c>models</c>: what is trained, from which data, how.</summary>
/// <param name="Name">The model's name in kebab-case, which is also its folder's name.</param>
/// <param name="Kind">The kind of model, with the values given to it.</param>
public sealed record ModelRecipe(string Name, RecipeValue.Choice Kind);
