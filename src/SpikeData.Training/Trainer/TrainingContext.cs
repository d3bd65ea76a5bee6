using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>What a training run on samples begins with.</summary>
/// <param name="Device">What it computes on.</param>
/// <param name="Scenes">The samples to learn from.</param>
/// <param name="Seed">What chance depends on.</param>
/// <param name="Teachers">The networks that runs before it have trained, by name.</param>
/// <param name="Directory">The folder that files in the recipe are relative to.</param>
public sealed record TrainingContext(Device Device, SceneSet Scenes, long Seed, IReadOnlyDictionary<string, Network> Teachers, string Directory)
{
    const int MostMeasured = 8;

    /// <summary>The samples that are held out to measure with.</summary>
    public SceneSet HeldOut { get; init; } = new(Array.Empty<Scene>());

    /// <exception cref="SpikeDataException">SPIKE512: no run before trains such a network.</exception>
    public T Trained<T>(string name, string learner)
        where T : Network => Teachers.GetValueOrDefault(name) as T
        ?? throw new SpikeDataException("SPIKE512",
            $"'{learner}' learns from what '{name}' has learned. Put '- {name}' before it in the list of the model.");

    /// <summary>Begins a run with Adam that shows parts of all samples in an order of chance.</summary>
    /// <param name="name">The network's name.</param>
    /// <param name="length">How long it is.</param>
    /// <param name="rate">The learning rate over time.</param>
    /// <param name="loss">The loss of a batch.</param>
    /// <param name="measure">The peak signal-to-noise ratio on the middle of a whole sample, in decibels.</param>
    /// <param name="needsSharp">Whether measuring compares with sharp images, which recordings of real rigs do not have.</param>
    /// <param name="held">What goes away with the run.</param>
    public TrainingRun Begin(
        string name,
        Network network,
        RunLength length,
        ILearningRate rate,
        Func<SampleBatch, Tensor> loss,
        Func<Tape, SceneView, double> measure,
        bool needsSharp = true,
        params IReadOnlyList<IDisposable> held)
    {
        RandomSampler sampler = new(Seed, name);
        return new(name, network, length, new(network.Parameters), rate, Loss, tape => Measure(tape, measure, needsSharp), held);

        Tensor Loss(Tape tape, int epoch, int batch, int timestep) =>
            loss(new(tape, [.. Enumerable.Range(batch * length.Batch, length.Batch).Select(place => View(epoch, place))], timestep));

        SceneView View(int epoch, int place)
        {
            Scene scene = Scenes[sampler.Sample(epoch, place, Scenes.Count)];
            return new(scene, sampler.Window(epoch, place, scene, length.Crop), scene.Middle);
        }
    }

    double? Measure(Tape tape, Func<Tape, SceneView, double> measure, bool needsSharp)
    {
        int count = Math.Min(HeldOut.Count, MostMeasured);
        return Enumerable.Range(0, count).Select(i => HeldOut[(int)((long)i * HeldOut.Count / count)])
            .Where(scene => !needsSharp || scene.SharpCount > 0).Select(scene => (double?)Measured(scene)).Average();

        double Measured(Scene scene)
        {
            tape.Clear();
            return measure(tape, SceneView.Of(scene, scene.Middle));
        }
    }
}
