using SpikeData.Compute;

namespace SpikeData.Pipelines;

/// <summary>An entry of <c>models:</c> in datasets.yaml: something that learns. Its variants are the kinds of models there are.</summary>
public interface IModel
{
    /// <summary>The data sets that it learns from, which have to be built before.</summary>
    IReadOnlyList<Dataset> Datasets => [];

    /// <summary>Trains what is out of date.</summary>
    /// <exception cref="SpikeDataException">What it learns from is absent, or it cannot be learned from.</exception>
    /// <exception cref="OperationCanceledException">It was asked to stop; the same call goes on from there.</exception>
    void Train(ModelWork work);

    /// <summary>Says what there is of it. A kind of model that cannot tell says that it has no networks.</summary>
    ModelStatus Status(ModelWork work) => new(work.Name, work.Directory, []);
}
