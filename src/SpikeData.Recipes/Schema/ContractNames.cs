namespace SpikeData.Recipes;

/// <summary>The full C# names of the pipeline's types that recipes and generated code rest on.</summary>
public static class ContractNames
{
    public const string Namespace = "SpikeData.Pipelines";

    /// <summary>What a source gives, and every recipe begins with.</summary>
    public const string Clip = Namespace + ".Clip";

    /// <summary>A data set; a parameter of this type is given by name.</summary>
    public const string Dataset = Namespace + ".Dataset";

    /// <summary>What the entries of <c>models</c> are; its variants are the kinds of models.</summary>
    public const string Model = Namespace + ".IModel";

    /// <summary>What the last stage of every recipe gives.</summary>
    public const string Samples = Namespace + ".Samples";
}
