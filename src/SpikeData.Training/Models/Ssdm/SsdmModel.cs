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
    IReadOnlyList<Dataset> IModel.Datasets => [Dataset];

    /// <exception cref="SpikeDataException">SPIKE415: the data set is not built. SPIKE510 to 515: it cannot be learned from.</exception>
    void IModel.Train(ModelWork work)
    {
        using Trainer trainer = new(work);
        string folder = FolderOf(work);
        Manifest manifest = Manifest.Find(folder) ?? throw Errors.NotBuilt(Dataset.Pipeline.Name, folder);
        Split split = Split.Of(manifest.Name, [.. Dataset.SamplesOf(manifest, folder)]);
        (SceneSet train, SceneSet heldOut) = (new(split.Train), new(split.HeldOut));
        work.Say(string.Create(CultureInfo.InvariantCulture, $"{work.Name}: {train.Count} exposures to learn from, {heldOut.Count} held out"));
        Dictionary<string, Network> trained = [];
        TrainingKey? key = null;
        foreach (ITraining training in Train)
        {
            TrainingContext context = new(work.Workspace.Device, train, Seed, trained, work.Workspace.RecipeDirectory) { HeldOut = heldOut };
            key = KeyOf(training, work, manifest.Key.Text, key);
            Network network = training.Create(context);
            trainer.Train(training.Name, key, network, () => training.Begin(network, context));
            if (!trained.TryAdd(training.Name, network))
                throw new SpikeDataException("SPIKE515", $"A model trains '{training.Name}' twice; take one away.");
        }
    }

    /// <summary>Looks at the networks; nothing is opened that they learn from.</summary>
    ModelStatus IModel.Status(ModelWork work)
    {
        ModelLook look = new(work);
        return look.Model(Networks, Train.Select(training => training.Name));

        IEnumerable<NetworkStatus> Networks()
        {
            Manifest? manifest = Manifest.Find(FolderOf(work));
            TrainingKey? key = null;
            foreach (ITraining training in Train)
            {
                // Its key when it is built is known by nobody, but it is another one than that of no data.
                key = KeyOf(training, work, manifest?.Key.Text ?? "not built", key);
                yield return look.Of(training.Name, key);
            }
        }
    }

    string FolderOf(ModelWork work) => Path.Combine(work.Workspace.OutputDirectory, Dataset.Pipeline.Name);

    TrainingKey KeyOf(ITraining training, ModelWork work, string data, TrainingKey? before)
    {
        KeyPart seed = new("seed", Seed.ToString(CultureInfo.InvariantCulture));
        IEnumerable<KeyPart> earlier = before is null ? [] : [new("network before it", before.Text)];
        return TrainingKey.Of(
            "training", training.Name, training, work, [new("data", data), seed, new("before", before?.Text ?? "")], [seed, new("data set", data), .. earlier]);
    }
}
