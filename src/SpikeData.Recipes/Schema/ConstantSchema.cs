namespace SpikeData.Recipes;

/// <summary>A constant of the generated data set that follows from the recipe's numbers by a C# expression.</summary>
public sealed record ConstantSchema(string Name, string Expression, string Summary);
