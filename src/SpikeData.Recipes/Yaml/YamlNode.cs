namespace SpikeData.Recipes;

/// <summary>A piece of a YAML file and where it stands; what an alias stands for bears the alias's place.</summary>
abstract record YamlNode(SourceSpan Span)
{
    /// <summary>How many pieces it is made of, itself included, everything that aliases stand for counted again.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>How many levels it has, aliases followed.</summary>
    public int Height { get; init; } = 1;

    /// <summary>What a message calls it, such as "a list".</summary>
    public abstract string Kind { get; }
}
