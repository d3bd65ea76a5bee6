namespace SpikeData.Training;

/// <summary>The folder of a trained model: weights, checkpoints, metrics and curves of each of its networks.</summary>
public sealed class ModelFolder(string path)
{
    public string Path => path;

    /// <summary>One line of JSON per report, for all courses.</summary>
    public string Metrics => System.IO.Path.Combine(path, "metrics.jsonl");

    /// <summary>The curves of loss and peak signal-to-noise ratio.</summary>
    public string Curves(string course) => System.IO.Path.Combine(path, $"{course}.png");

    /// <summary>The finished weights of a network.</summary>
    public string Weights(string course) => System.IO.Path.Combine(path, $"{course}.safetensors");

    /// <summary>The network and its optimizer in the middle of a course.</summary>
    public string Checkpoint(string course) => System.IO.Path.Combine(path, $"{course}.checkpoint.npz");

    /// <summary>Results of the model's methods side by side.</summary>
    public string Pictures => System.IO.Path.Combine(path, "pictures.png");

    /// <summary>Says by which key the finished weights came about.</summary>
    public string Record(string course) => System.IO.Path.Combine(path, $"{course}.json");

    /// <summary>Held by the process that trains.</summary>
    public string Lock => System.IO.Path.Combine(path, ".lock");
}
