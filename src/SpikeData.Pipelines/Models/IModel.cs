using SpikeData.Compute;

namespace SpikeData.Pipelines;

/// <summary>An entry of <c>models:</c> in datasets.yaml: something that learns from a data set. Its variants are the kinds of models there are.</summary>
public interface IModel
{
    /// <summary>What it learns from.</summary>
    Dataset Dataset { get; }

    /// <summary>Trains what is out of date.</summary>
    /// <exception cref="SpikeDataException">The data set is not built, or it cannot be learned from.</exception>
    /// <exception cref="OperationCanceledException">It was asked to stop; the same call goes on from there.</exception>
    void Train(ModelWork work);
}
