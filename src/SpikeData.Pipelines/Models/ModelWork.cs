namespace SpikeData.Pipelines;

/// <summary>What a model is given to train: its name, where to work and with what, and whom to tell.</summary>
/// <param name="Name">Its name in datasets.yaml.</param>
/// <param name="Workspace">The folders and the device.</param>
public sealed record ModelWork(string Name, Workspace Workspace)
{
    /// <summary>Where the model appears.</summary>
    public string Directory => Path.Combine(Workspace.ModelDirectory, Name);

    /// <summary>Told in a sentence what begins, goes on or ends.</summary>
    public Action<string> Say { get; init; } = _ => { };

    /// <summary>Told how far the training has come.</summary>
    public IProgress<TrainingProgress>? Progress { get; init; }
}
