using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>The networks of a model with their finished weights, read when a method asks for them.</summary>
public sealed class TrainedNetworks
{
    readonly Func<string, Weights?> read;
    readonly Dictionary<string, Network?> networks = [];

    /// <param name="device">What they compute on.</param>
    /// <param name="read">Reads the weights of a name; null where there are none.</param>
    public TrainedNetworks(Device device, Func<string, Weights?> read)
    {
        (Device, this.read) = (device, read);
        Teaching = new();
    }

    /// <param name="scenes">The exposures they are for.</param>
    /// <exception cref="SpikeDataException">SPIKE516: a network is not trained yet.</exception>
    internal TrainedNetworks(SsdmModel model, string name, ModelFolder folder, Device device, SceneSet scenes)
        : this(device, _ => null)
    {
        foreach (ITraining training in model.Train)
        {
            string weights = folder.Weights(training.Name);
            if (!File.Exists(weights))
                throw new SpikeDataException("SPIKE516",
                    $"The network '{training.Name}' of '{name}' is not trained yet. Train it first: spikedata train {name}.") { File = weights };
            Network network = training.Create(new(device, scenes, model.Seed, new Dictionary<string, Network>(), ""));
            WeightFile.Read(weights).CopyTo(network.Parameters);
            networks.Add(training.Name, network);
        }

        Teaching = model.Train.OfType<TrainLdn>().FirstOrDefault()
            ?? new(ShortTicks: model.Train.OfType<TrainBsn>().FirstOrDefault()?.Ticks ?? new TrainBsn().Ticks);
    }

    /// <summary>What they compute on.</summary>
    public Device Device { get; }

    /// <summary>Ticks of the short exposure around an instant.</summary>
    public int ShortTicks => Teaching.ShortTicks;

    /// <summary>The names of networks that were asked for and are not there.</summary>
    public IEnumerable<string> Missing => networks.Where(pair => pair.Value is null).Select(pair => pair.Key);

    /// <summary>How the light network learned.</summary>
    internal TrainLdn Teaching { get; }

    /// <summary>A network by its name; null when it is not part of the model.</summary>
    /// <param name="name">The name of its weights' file.</param>
    /// <param name="load">Makes it from its weights, which tell its size, where no recipe does.</param>
    public T? Find<T>(string name, Func<Device, Weights, T> load)
        where T : Network
    {
        if (!networks.TryGetValue(name, out Network? network)) networks.Add(name, network = read(name) is { } weights ? load(Device, weights) : null);
        return network as T;
    }

    internal Bsn? Denoiser => Find("bsn", (device, weights) => Bsn.Of(device, weights));

    internal Edsr? Enlarger => Find("edsr", (device, weights) => Edsr.Of(device, weights));

    internal Ldn? Light => Find("ldn", (device, weights) => Ldn.Of(device, weights));

    /// <summary>The teacher that the light network learned from; null when its networks are not part of the model.</summary>
    internal Teacher? Teacher(int scale) =>
        Denoiser is { } denoiser && (Enlarger is not null || scale == 1) ? Teaching.TeacherOf(denoiser, Enlarger) : null;
}
