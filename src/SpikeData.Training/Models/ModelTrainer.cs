using System.Globalization;
using SpikeData.Compute;
using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>Trains the networks of a model one after the other, and leaves those alone that are up to date.</summary>
sealed class ModelTrainer(SsdmModel model, ModelWork work)
{
    const int Version = 1;

    readonly string datasetFolder = Path.Combine(work.Workspace.OutputDirectory, model.Dataset.Pipeline.Name);

    /// <exception cref="SpikeDataException">SPIKE415: the data set is not built. SPIKE510 to 515: it cannot be learned from.</exception>
    /// <exception cref="OperationCanceledException">It was asked to stop; the same call goes on from there, to the same weights.</exception>
    public void Train()
    {
        using CourseKeeper keeper = new(work);
        Manifest manifest = Manifest.Find(datasetFolder) ?? throw Errors.NotBuilt(model.Dataset.Pipeline.Name, datasetFolder);
        Division division = Division.Of(manifest.Name, [.. Dataset.SamplesOf(manifest, datasetFolder)]);
        (SceneSet train, SceneSet heldOut) = (new(division.Train), new(division.HeldOut));
        work.Say(string.Create(CultureInfo.InvariantCulture, $"{work.Name}: {train.Count} exposures to learn from, {heldOut.Count} held out"));
        Dictionary<string, Network> trained = [];
        string key = "";
        foreach (ITraining training in model.Train)
        {
            CourseContext context = new(work.Workspace.Device, train, model.Seed, trained, work.Workspace.RecipeDirectory) { HeldOut = heldOut };
            key = KeyOf(training, manifest.Key.Text, model.Seed, key);
            Network network = training.Create(context);
            keeper.Keep(training.Name, key, network, () => training.Begin(network, context));
            if (!trained.TryAdd(training.Name, network)) throw new SpikeDataException("SPIKE515", $"A model trains '{training.Name}' twice; take one away.");
        }
    }

    string KeyOf(ITraining training, string data, long seed, string before) => ContentKey.Of(
    [
        new("version", Version.ToString(CultureInfo.InvariantCulture)),
        new("training", StageForm.InKey(training, file => Digest.OfFile(work.Workspace.Resolve(file))).ToJsonString()),
        new("data", data),
        new("seed", seed.ToString(CultureInfo.InvariantCulture)),
        new("before", before),
    ]).Text;
}
