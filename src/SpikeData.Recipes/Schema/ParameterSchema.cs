namespace SpikeData.Recipes;

/// <summary>One key of a stage or variant: its form, its range and its default.</summary>
/// <param name="Name">The key in kebab-case, such as "ticks-per-second".</param>
/// <param name="MemberName">The constructor parameter's name in C#, such as "TicksPerSecond".</param>
/// <param name="Type">The form of its value.</param>
/// <param name="Required">Whether a recipe must give it: the constructor parameter has no default.</param>
/// <param name="Summary">Its documentation in plain text; empty where it is not known.</param>
/// <param name="Default">The default as datasets.yaml would write it; null where there is none to show.</param>
/// <param name="Range">The numbers it accepts; null for all.</param>
public sealed record ParameterSchema(
    string Name, string MemberName, ParameterType Type, bool Required, string Summary = "", string? Default = null, NumberRange? Range = null);
