using SpikeData.Imaging;

namespace SpikeData.Training;

/// <summary>Weights in numpy's .npz archives.</summary>
static class NpzWeights
{
    public static Weights Read(string path)
    {
        using Npz npz = Npz.Open(path);
        return Read(npz);
    }

    /// <param name="stream">The archive; it is closed.</param>
    /// <param name="name">What errors call it.</param>
    public static Weights Read(Stream stream, string name)
    {
        using Npz npz = Npz.Open(stream, name);
        return Read(npz);
    }

    public static void Write(Stream stream, Weights weights) => Npz.Write(stream, weights);

    /// <summary>Writes a file that appears whole or not at all.</summary>
    public static void Write(string path, Weights weights) => DraftFile.Write(path, file => Write(file, weights));

    static Weights Read(Npz npz)
    {
        Weights weights = [];
        foreach (string name in npz.Names) weights.Add(name, npz.Read(name));
        return weights;
    }
}
