namespace SpikeData.Pipelines;

/// <summary>The first stage of a recipe: finds the clips and opens them. For the stages after it, it yields a <see cref="Clip"/>.</summary>
/// <remarks>
/// <see cref="IStage{TInput,TOutput}.Apply"/> lists what is there, in an order that does not depend on the machine. An empty list
/// means that the source is absent and that the recipe allows it.
/// </remarks>
public interface IClipSource : IStage<Workspace, IReadOnlyList<ClipSource>>
{
    /// <summary>What it looks for, relative to the recipe, such as <c>data/{clip}/*.png</c>: lets a build see at a glance whether files changed.</summary>
    string Pattern { get; }

    /// <summary>Whether the recipe is skipped while its source, or a file that its stages name, is absent.</summary>
    bool Optional => false;

    /// <summary>What of the source's parameters the key of a clip rests on, as a record of its own; all of them unless it says otherwise.</summary>
    object InKeyOf(ClipSource clip) => this;

    /// <summary>Opens one of the clips found. Frames are read when they are asked for.</summary>
    Clip Open(ClipSource source, Workspace workspace);
}
