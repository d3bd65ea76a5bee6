namespace SpikeData.Recipes;

/// <summary>The ids of what can be wrong with a recipe file; each has a section in docs/errors.md.</summary>
public static class ProblemId
{
    /// <summary>The file is not YAML.</summary>
    public const string NotYaml = "SPIKE101";

    /// <summary>A stage does not exist.</summary>
    public const string UnknownStage = "SPIKE102";

    /// <summary>A key does not exist.</summary>
    public const string UnknownKey = "SPIKE103";

    /// <summary>A key stands twice.</summary>
    public const string DuplicateKey = "SPIKE104";

    /// <summary>A value has the wrong form.</summary>
    public const string WrongForm = "SPIKE105";

    /// <summary>A number lies outside the range of its parameter.</summary>
    public const string OutOfRange = "SPIKE106";

    /// <summary>A parameter without default is not given.</summary>
    public const string Missing = "SPIKE107";

    /// <summary>A stage finds nothing to work on, or nobody takes what it gives.</summary>
    public const string BrokenChain = "SPIKE108";

    /// <summary>An anchor, an alias or a merge leads nowhere.</summary>
    public const string BadReference = "SPIKE109";

    /// <summary>The file is larger, deeper or more entangled than any recipe needs to be.</summary>
    public const string TooLarge = "SPIKE110";

    /// <summary>A data set cannot be called so.</summary>
    public const string BadName = "SPIKE111";

    /// <summary>A list stands where a mapping belongs, or the like.</summary>
    public const string WrongShape = "SPIKE112";

    /// <summary>A recipe extends one that it cannot extend.</summary>
    public const string BadExtends = "SPIKE113";

    /// <summary>A matrix does not say which data sets it stands for.</summary>
    public const string BadMatrix = "SPIKE114";

    /// <summary>A word is none of those to choose from.</summary>
    public const string UnknownWord = "SPIKE115";
}
