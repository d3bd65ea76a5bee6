using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>The networks of a model with their finished weights.</summary>
sealed class TrainedModel
{
    readonly TrainLdn teaching;
    readonly bool isEnlarging;

    /// <param name="scenes">The exposures it is for.</param>
    /// <exception cref="SpikeDataException">SPIKE516: a network is not trained yet.</exception>
    public TrainedModel(SsdmModel model, string name, ModelFolder folder, Device device, SceneSet scenes)
    {
        isEnlarging = scenes.Scale > 1;
        foreach (ITraining training in model.Train)
        {
            string weights = folder.Weights(training.Name);
            if (!File.Exists(weights))
                throw new SpikeDataException("SPIKE516", $"The network '{training.Name}' of '{name}' is not trained yet. Train it first: spikedata train {name}.") { File = weights };
            Network network = training.Create(new(device, scenes, model.Seed, new Dictionary<string, Network>(), ""));
            WeightFile.Read(weights).CopyTo(network.Parameters);
            Networks.Add(training.Name, network);
        }

        teaching = model.Train.OfType<TrainLdn>().FirstOrDefault() ?? new(ShortTicks: model.Train.OfType<TrainBsn>().FirstOrDefault()?.Ticks ?? new TrainBsn().Ticks);
    }

    public Dictionary<string, Network> Networks { get; } = [];

    /// <summary>Ticks of the short exposure.</summary>
    public int ShortTicks => teaching.ShortTicks;

    public int Parameters(params ReadOnlySpan<string> names)
    {
        int sum = 0;
        foreach (string name in names) sum += Networks.GetValueOrDefault(name)?.Parameters.TrainedNumbers ?? 0;
        return sum;
    }

    /// <summary>The teacher that the light network learned from; null when its networks are not part of the model.</summary>
    public Teacher? Teacher()
    {
        var enlarger = Networks.GetValueOrDefault("edsr") as Edsr;
        return Networks.GetValueOrDefault("bsn") is Bsn denoiser && (enlarger is not null || !isEnlarging) ? teaching.TeacherOf(denoiser, enlarger) : null;
    }

    /// <summary>The light network; null when it is not part of the model.</summary>
    public Student? Student() => Networks.TryGetValue("ldn", out Network? network) ? new((Ldn)network) : null;
}
