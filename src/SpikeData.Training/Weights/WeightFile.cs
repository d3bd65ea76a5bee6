using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Training;

/// <summary>Weights on disk: safetensors and npz both ways, PyTorch's .pth for reading.</summary>
public static class WeightFile
{
    /// <summary>Arrays may take so many times the bytes of their file: deflate packs zeros a thousandfold, and weights by less than two.</summary>
    const int MostTimes = 64;

    /// <summary>Arrays that take less than this are read from any file.</summary>
    const long AlwaysRead = 16 << 20;

    /// <summary>Reads weights, whatever the file is called: its first bytes tell its kind. Prefixes that wrappers put before all names come off.</summary>
    /// <param name="part">Which of several state dicts of a checkpoint, such as <c>params_ema</c>; null where there is one.</param>
    /// <exception cref="SpikeDataException">
    /// SPIKE550: of no known kind. SPIKE551, 552, 558: damaged. SPIKE553: wants classes that are not trusted. SPIKE554: no single state dict in it.
    /// SPIKE556: no such part. SPIKE557: its arrays are much larger than the file.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Weights Read(string path, string? part = null) => Open(path, part, (file, arrays) =>
    {
        long bytes = arrays.Sum(array => array.Bytes);
        return bytes <= Math.Max(AlwaysRead, MostTimes * file.Length) ? Weights.Of(arrays) : throw new SpikeDataException(
            "SPIKE557", $"Its arrays take {bytes:N0} bytes, more than {MostTimes} times the file's {file.Length:N0}: it would only fill memory. 'spikedata weights show' lists them.");
    });

    /// <summary>What a file says of its weights, without reading them.</summary>
    /// <inheritdoc cref="Read" path="/exception"/>
    public static IReadOnlyList<WeightHeader> List(string path, string? part = null) => Open(path, part, (_, arrays) =>
    {
        int prefix = WrapperPrefix.Of(arrays.Select(array => array.Name)).Length;
        return (IReadOnlyList<WeightHeader>)[.. arrays.Select(array => new WeightHeader(array.Name[prefix..], array.Type, array.Shape))];
    });

    /// <summary>Writes weights as .safetensors or .npz, by the name of the file; the file appears whole or not at all.</summary>
    /// <exception cref="SpikeDataException">SPIKE555: the name ends in neither.</exception>
    public static void Write(string path, Weights weights)
    {
        Action<Stream, Weights> write = Path.GetExtension(path) switch
        {
            ".safetensors" => SafeTensors.Write,
            ".npz" => NpzWeights.Write,
            _ => throw new SpikeDataException("SPIKE555", "Weights are written as .safetensors or .npz; let the name end so.") { File = path },
        };
        DraftFile.Write(path, file => write(file, weights));
    }

    static T Open<T>(string path, string? part, Func<FileStream, IReadOnlyList<StoredArray>, T> use)
    {
        try
        {
            using FileStream file = InputFile.Open(path);
            return use(file, WeightSource.Open(file, part));
        }
        catch (SpikeDataException problem) when (problem.File is null)
        {
            throw new SpikeDataException(problem.Id, problem.Message, problem) { File = path };
        }
    }
}
