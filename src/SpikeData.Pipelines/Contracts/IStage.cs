namespace SpikeData.Pipelines;

/// <summary>A step of a recipe: a sealed record marked <see cref="StageAttribute"/>, whose constructor parameters are its YAML keys.</summary>
/// <remarks>
/// Inside a recipe a stage takes the nearest earlier output of its input type. A stage whose input is an
/// <see cref="IReadOnlyList{T}"/> takes every earlier output of the element type.
/// </remarks>
public interface IStage<in TInput, out TOutput>
{
    /// <summary>Says what becomes of the input. Streams are lazy: nothing is computed before the last stage asks for it.</summary>
    TOutput Apply(TInput input);
}
