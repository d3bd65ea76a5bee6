namespace SpikeData.Pipelines;

/// <summary>Something that went wrong in a build, with the place of the recipe to look at.</summary>
/// <param name="Mark">Where in the recipe.</param>
/// <param name="Id">Such as "SPIKE401".</param>
/// <param name="Message">What is wrong, what was expected, the way out.</param>
public sealed record BuildFailure(RecipeMark Mark, string Id, string Message)
{
    /// <summary>The canonical form that MSBuild and editors understand: <c>datasets.yaml(4,7): error SPIKE401: ...</c></summary>
    public override string ToString() => $"{Mark}: error {Id}: {Message}";
}
