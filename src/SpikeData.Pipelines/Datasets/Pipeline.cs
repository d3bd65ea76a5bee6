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

    /// <summary>
    /// Of each stage, the places of those whose outputs it takes: <c>[[], [0], [1], [2], [2], [3, 4]]</c>. A product then rests on the stages
    /// that feed it, and is not recorded again when others change. Empty where that is not known: then every product rests on all of them.
    /// </summary>
    protected internal virtual IReadOnlyList<IReadOnlyList<int>> Inputs => [];

    /// <summary>A digest of the code of stages that are not part of SpikeData.Tools; a part of the content key. Empty when there are none.</summary>
    public virtual string CodeVersion => "";

    /// <summary>Passes a clip through the stages. Nothing is computed yet.</summary>
    protected internal abstract Samples Record(Clip clip);

    /// <summary>Where a stage stands in the recipe.</summary>
    protected internal virtual RecipeMark MarkOf(object stage) => Mark;
}
