namespace SpikeData.Pipelines;

/// <summary>A recipe as code: its stages with their parameters, and how a clip passes through them.</summary>
public abstract class Pipeline
{
    /// <summary>The recipe's name, and the name of its folder.</summary>
    public abstract string Name { get; }

    /// <summary>What the recipe says about itself; may be empty.</summary>
    public virtual string Description => "";

    /// <summary>Where the recipe stands.</summary>
    public abstract RecipeMark Mark { get; }

    /// <summary>The first stage.</summary>
    public abstract IClipSource Source { get; }

    /// <summary>Every stage in the order of the recipe, the source included.</summary>
    public abstract IReadOnlyList<object> Stages { get; }

    /// <summary>A digest of the code of stages that are not part of SpikeData.Tools; a part of the content key. Empty when there are none.</summary>
    public virtual string CodeVersion => "";

    /// <summary>Passes a clip through the stages. Nothing is computed yet.</summary>
    protected internal abstract Samples Record(Clip clip);

    /// <summary>Where a stage stands in the recipe.</summary>
    protected internal virtual RecipeMark MarkOf(object stage) => Mark;
}
