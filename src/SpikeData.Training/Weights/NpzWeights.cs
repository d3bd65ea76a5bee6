using SpikeData.Imaging;

namespace SpikeData.Training;

/// <summary>Weights in numpy's .npz archives.</summary>
static class NpzWeights
{
    public static Weights Read(string path)
    {
        using Npz npz = Npz.Open(path);
        Weights weights = [];
        foreach (string name in npz.Names) weights.Add(name, npz.Read(name));
        return weights;
    }

    public static void Write(Stream stream, Weights weights) => Npz.Write(stream, weights);
}
