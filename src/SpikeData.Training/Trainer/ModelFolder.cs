namespace SpikeData.Training;

/// <summary>The folder of a trained model: weights, checkpoints, metrics and curves of each of its networks.</summary>
public sealed class ModelFolder(string path)
{
    public string Path => path;

    /// <summary>One line of JSON per report, for all networks.</summary>
    public string Metrics => System.IO.Path.Combine(path, "metrics.jsonl");

    /// <summary>The curves of loss and peak signal-to-noise ratio.</summary>
    public string Curves(string network) => System.IO.Path.Combine(path, $"{network}.png");

    /// <summary>The finished weights of a network.</summary>
    public string Weights(string network) => System.IO.Path.Combine(path, $"{network}.safetensors");

    /// <summary>The network and its optimizer in the middle of training.</summary>
    public string Checkpoint(string network) => System.IO.Path.Combine(path, $"{network}.checkpoint.npz");

    /// <summary>Results of the model's methods side by side.</summary>
    public string Pictures => System.IO.Path.Combine(path, "pictures.png");

    /// <summary>Says by which key the finished weights came about.</summary>
    public string Record(string network) => System.IO.Path.Combine(path, $"{network}.json");

    /// <summary>Held by the process that trains.</summary>
    public string Lock => System.IO.Path.Combine(path, ".lock");
}
