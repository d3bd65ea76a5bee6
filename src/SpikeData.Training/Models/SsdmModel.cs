using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>Self-supervised deblurring by spikes (S-SDM): networks, what they learn from, and how they are measured.</summary>
/// <param name="Dataset">The data set, by its name.</param>
/// <param name="Train">The networks, in the order in which they are trained; later ones may learn from earlier ones.</param>
/// <param name="Evaluate">What a report compares; the middle of each exposure unless given.</param>
/// <param name="Methods">The methods that a report compares, in the order of its rows; all that the model has the networks for unless given.</param>
/// <param name="Metrics">What a report measures beside PSNR, SSIM and LPIPS.</param>
/// <param name="Seed">What chance depends on: the same seed gives the same weights, bit for bit, on the same device.</param>
/// <param name="Description">What the model is for.</param>
[Variant("s-sdm")]
public sealed record SsdmModel(
    Dataset Dataset,
    IReadOnlyList<ITraining> Train,
    IReadOnlyList<IEvaluation>? Evaluate = null,
    IReadOnlyList<IMethod>? Methods = null,
    IReadOnlyList<IMetric>? Metrics = null,
    long Seed = 1,
    string Description = "") : IModel
{
    IReadOnlyList<Dataset> IModel.Datasets => [Dataset];

    void IModel.Train(ModelWork work) => new ModelTrainer(this, work).Train();

    ModelStatus IModel.Status(ModelWork work) => new ModelTrainer(this, work).Status();
}
