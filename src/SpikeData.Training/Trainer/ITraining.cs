namespace SpikeData.Training;

/// <summary>
/// An item of a model's <c>train</c> list: a network, how it is trained, and its loss. Its variants are the networks that learn from samples.
/// </summary>
public interface ITraining
{
    /// <summary>The network's name, and that of its files.</summary>
    string Name { get; }

    /// <summary>The network before its first step.</summary>
    Network Create(TrainingContext context);

    /// <summary>Begins to train it.</summary>
    TrainingRun Begin(Network network, TrainingContext context);
}
