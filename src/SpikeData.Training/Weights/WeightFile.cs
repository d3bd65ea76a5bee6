using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Training;

/// <summary>Weights on disk: safetensors and npz both ways, PyTorch's .pth for reading.</summary>
public static class WeightFile
{
    /// <summary>Reads weights, whatever the file is called: its first bytes tell its kind.</summary>
    /// <exception cref="SpikeDataException">
    /// SPIKE550: of no known kind. SPIKE551, 552: damaged. SPIKE553: wants classes that are not trusted. SPIKE554: no single state dict in it.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Weights Read(string path)
    {
        try
        {
            using FileStream file = InputFile.Open(path);
            return KindOf(file) switch
            {
                Kind.Archive when TorchArchive.Open(file) is { } archive => archive.Read(),
                Kind.Archive => NpzWeights.Read(path),
                Kind.LegacyTorch => new LegacyTorchFile(file).Read(),
                Kind.SafeTensors => SafeTensors.Read(file),
                _ => throw new SpikeDataException(
                    "SPIKE550", "These are no weights: neither safetensors, nor an .npz archive, nor what torch.save writes. Save a state dict."),
            };
        }
        catch (SpikeDataException problem) when (problem.File is null)
        {
            throw new SpikeDataException(problem.Id, problem.Message, problem) { File = path };
        }
    }

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

    static Kind KindOf(FileStream file)
    {
        Span<byte> start = stackalloc byte[9];
        start.Clear();
        _ = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        if (start.StartsWith("PK\u0003\u0004"u8)) return Kind.Archive;
        if (start[8] == '{') return Kind.SafeTensors;
        return start[0] == Pickle.ProtocolMark && start[1] <= Pickle.NewestProtocol ? Kind.LegacyTorch : Kind.Unknown;
    }

    enum Kind
    {
        Unknown,
        Archive,
        LegacyTorch,
        SafeTensors,
    }
}
