using System.Globalization;
using System.Text.Json.Nodes;
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
        CourseKey? key = null;
        foreach (ITraining training in model.Train)
        {
            CourseContext context = new(work.Workspace.Device, train, model.Seed, trained, work.Workspace.RecipeDirectory) { HeldOut = heldOut };
            key = KeyOf(training, manifest.Key.Text, key);
            Network network = training.Create(context);
            keeper.Keep(training.Name, key, network, () => training.Begin(network, context));
            if (!trained.TryAdd(training.Name, network)) throw new SpikeDataException("SPIKE515", $"A model trains '{training.Name}' twice; take one away.");
        }
    }

    /// <summary>Looks at the networks; nothing is opened that they learn from.</summary>
    public ModelStatus Status()
    {
        CourseLook look = new(work);
        return look.Model(Networks, model.Train.Select(training => training.Name));

        IEnumerable<NetworkStatus> Networks()
        {
            Manifest? manifest = Manifest.Find(datasetFolder);
            CourseKey? key = null;
            foreach (ITraining training in model.Train)
            {
                // Its key when it is built is known by nobody, but it is another one than that of no data.
                key = KeyOf(training, manifest?.Key.Text ?? "not built", key);
                yield return look.Of(training.Name, key);
            }
        }
    }

    CourseKey KeyOf(ITraining training, string data, CourseKey? before)
    {
        JsonObject form = StageForm.InKey(training, file => Digest.OfFile(work.Workspace.Resolve(file)));
        string seed = model.Seed.ToString(CultureInfo.InvariantCulture);
        ContentKey key = ContentKey.Of(
        [
            new("version", Version.ToString(CultureInfo.InvariantCulture)),
            new("training", form.ToJsonString()),
            new("data", data),
            new("seed", seed),
            new("before", before?.Text ?? ""),
        ]);
        IEnumerable<KeyPart> earlier = before is null ? [] : [new("network before it", before.Text)];
        return new(key.Text, [.. CourseKey.Parameters(training.Name, form), new("seed", seed), new("data set", data), .. earlier]);
    }
}
