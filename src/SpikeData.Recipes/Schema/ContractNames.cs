namespace SpikeData.Recipes;

/// <summary>The full C# names of the pipeline's types that recipes and generated code rest on.</summary>
public static class ContractNames
{
    public const string Namespace = "SpikeData.Pipelines";

    /// <summary>What a source gives, and every recipe begins with.</summary>
    public const string Clip = Namespace + ".Clip";

    /// <summary>What the last stage of every recipe gives.</summary>
    public const string Samples = Namespace + ".Samples";
}
