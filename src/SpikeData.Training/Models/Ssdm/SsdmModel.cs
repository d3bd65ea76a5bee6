using System.Globalization;
using SpikeData.Compute;
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
    /// <exception cref="SpikeDataException">SPIKE415: the data set is not built. SPIKE510 to 515: it cannot be learned from.</exception>
    void IModel.Train(ModelWork work)
    {
        using Trainer trainer = new(work);
        string folder = Path.Combine(work.Workspace.OutputDirectory, Dataset.Pipeline.Name);
        Manifest manifest = Manifest.Find(folder) ?? throw Errors.NotBuilt(Dataset.Pipeline.Name, folder);
        Split split = Split.Of(manifest.Name, [.. Dataset.SamplesOf(manifest, folder)]);
        (SceneSet train, SceneSet heldOut) = (new(split.Train), new(split.HeldOut));
        work.Say(string.Create(CultureInfo.InvariantCulture, $"{work.Name}: {train.Count} exposures to learn from, {heldOut.Count} held out"));
        Dictionary<string, Network> trained = [];
        string key = "";
        foreach (ITraining training in Train)
        {
            TrainingContext context = new(work.Workspace.Device, train, Seed, trained, work.Workspace.RecipeDirectory) { HeldOut = heldOut };
            key = trainer.KeyOf("training", training, new("data", manifest.Key.Text), new("seed", Seed.ToString(CultureInfo.InvariantCulture)),
                new("before", key));
            Network network = training.Create(context);
            trainer.Train(training.Name, key, network, () => training.Begin(network, context));
            if (!trained.TryAdd(training.Name, network))
                throw new SpikeDataException("SPIKE515", $"A model trains '{training.Name}' twice; take one away.");
        }
    }
}
