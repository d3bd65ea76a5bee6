using SpikeData.Imaging;

namespace SpikeData.Training;

/// <summary>Weights in numpy's .npz archives.</summary>
static class NpzWeights
{
    public static Weights Read(string path) => Weights.Of(Arrays(path));

    /// <param name="stream">The archive; it is closed.</param>
    /// <param name="name">What errors call it.</param>
    public static Weights Read(Stream stream, string name)
    {
        using Npz npz = Npz.Open(stream, name);
        return Weights.Of([.. npz.Names.Select(array => Array(npz.ReadHeader(array), array, () => npz.Read(array)))]);
    }

    /// <summary>The arrays of a file, each of which opens it again.</summary>
    public static IReadOnlyList<StoredArray> Arrays(string path)
    {
        using Npz npz = Npz.Open(path);
        return [.. npz.Names.Select(name => Array(npz.ReadHeader(name), name, () => Read(path, name)))];
    }

    public static void Write(Stream stream, Weights weights) => Npz.Write(stream, weights);

    /// <summary>Writes a file that appears whole or not at all.</summary>
    public static void Write(string path, Weights weights) => DraftFile.Write(path, file => Write(file, weights));

    static NdArray Read(string path, string name)
    {
        using Npz npz = Npz.Open(path);
        return npz.Read(name);
    }

    static StoredArray Array(NpyHeader header, string name, Func<NdArray> read) => new(name, header.Type, header.Shape, read);
}
