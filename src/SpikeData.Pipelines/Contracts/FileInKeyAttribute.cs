namespace SpikeData.Pipelines;

/// <summary>Marks a text parameter that names a file, relative to the recipe: the content key takes the file's bytes, not its name.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FileInKeyAttribute : Attribute
{
    /// <summary>What the file is and where it comes from, for people who do not have it yet.</summary>
    public string Origin { get; init; } = "";
}
