namespace SpikeData.Pipelines;

/// <summary>Gives the generated data set a constant that follows from the recipe's numbers, such as the ticks of one spike stream.</summary>
/// <remarks>
/// The expression is C# over the constants of the recipe, which are called after stage and parameter: <c>ExposeFrames</c>. It is left out
/// where a recipe does not state one of them, or has stages that are not part of SpikeData.Tools and may change what comes through.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ConstantAttribute(string name, string expression, string summary) : Attribute
{
    /// <summary>The constant's name in C#.</summary>
    public string Name { get; } = name;

    /// <summary>A constant expression such as "ExposeFrames + 2 * SimulateSpikesMargin".</summary>
    public string Expression { get; } = expression;

    /// <summary>What the number is; its help text.</summary>
    public string Summary { get; } = summary;
}
