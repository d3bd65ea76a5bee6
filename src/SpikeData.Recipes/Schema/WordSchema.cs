namespace SpikeData.Recipes;

/// <summary>One member of an enumeration: its word in datasets.yaml, and its name in C#.</summary>
public sealed record WordSchema(string Name, string MemberName, string Summary = "");
