namespace SpikeData.Generators;

/// <summary>The steps of the generator, by which tests see what an edit makes it do again.</summary>
public static class TrackingNames
{
    public const string Options = nameof(Options);
    public const string ReferencedStages = nameof(ReferencedStages);
    public const string DeclaredStages = nameof(DeclaredStages);
    public const string Catalog = nameof(Catalog);
    public const string Files = nameof(Files);
    public const string Library = nameof(Library);
    public const string CodePieces = nameof(CodePieces);
    public const string CodeDigests = nameof(CodeDigests);
    public const string ShadowedNames = nameof(ShadowedNames);
    public const string Pipelines = nameof(Pipelines);
    public const string OwnsMain = nameof(OwnsMain);
    public const string Datasets = nameof(Datasets);
    public const string Marks = nameof(Marks);
    public const string Schema = nameof(Schema);
}
