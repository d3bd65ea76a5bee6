namespace SpikeData.Recipes;

/// <summary>A value given to one parameter of a stage or variant.</summary>
public sealed record Argument(ParameterSchema Parameter, RecipeValue Value);
