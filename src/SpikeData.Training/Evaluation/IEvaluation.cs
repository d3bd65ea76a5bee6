namespace SpikeData.Training;

/// <summary>An item of a model's <c>evaluate</c> list: which instants of the held-out exposures are compared with the truth.</summary>
public interface IEvaluation
{
    /// <summary>What the report calls it.</summary>
    string Title { get; }

    /// <summary>How rows I-1 and I-2 are enlarged.</summary>
    RowEnlargement Enlarge { get; }

    /// <summary>The sharp images that are compared, of so many in a scene.</summary>
    internal IEnumerable<int> Instants(int sharpCount);
}
