namespace SpikeData.Generators;

/// <summary>The ids of what can be wrong while code is generated; each has a section in docs/errors.md.</summary>
static class FindingId
{
    /// <summary>The generator itself failed.</summary>
    public const string Failure = "SPIKE200";

    /// <summary>A recipe file cannot be read.</summary>
    public const string NoFile = "SPIKE201";

    /// <summary>The project does not reference the pipeline's assembly.</summary>
    public const string NoPipelines = "SPIKE202";

    /// <summary>A stage or variant is not the kind of type that can be one.</summary>
    public const string NotARecord = "SPIKE203";

    /// <summary>A stage does not say what it takes and gives, or says it twice.</summary>
    public const string NoFlow = "SPIKE204";

    /// <summary>A stage's or variant's name cannot stand in YAML, or is taken.</summary>
    public const string BadName = "SPIKE205";

    /// <summary>A parameter has a type that YAML has no form for.</summary>
    public const string BadParameter = "SPIKE206";

    /// <summary>Two recipes have one name.</summary>
    public const string SameName = "SPIKE207";
}
