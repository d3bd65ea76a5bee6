using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>A file that torch.save wrote: a pickle that names tensors, and the numbers they are views of.</summary>
abstract class TorchFile(Stream stream)
{
    /// <summary>No pickle of weights is longer.</summary>
    protected const int LongestPickle = 1 << 26;

    // Tensors may share numbers, as tied layers do; files that share more would only fill memory.
    const int MostCopies = 8;

    readonly Dictionary<string, byte[]> storages = [];
    long bytesRead;

    /// <summary>The file.</summary>
    protected Stream Source => stream;

    /// <summary>Reads the state dict in the file.</summary>
    /// <exception cref="SpikeDataException">SPIKE552: damaged. SPIKE553: not to be trusted. SPIKE554: it holds no state dict, or several.</exception>
    public Weights Read()
    {
        try
        {
            IReadOnlyList<(string Name, TorchTensor Tensor)> tensors = StateDict.Find(ReadPickle());
            if (tensors.Sum(entry => entry.Tensor.ByteLength) / MostCopies > stream.Length) throw Broken("its tensors are many times as large as the file");
            Weights weights = [];
            foreach ((string name, TorchTensor tensor) in tensors) weights.Add(name, tensor.ToArray(Storage(tensor.Storage)));
            return weights;
        }
        catch (Exception problem) when (problem is InvalidDataException or EndOfStreamException)
        {
            throw Broken($"it cannot be read to its end ({problem.Message.TrimEnd('.')})", problem);
        }
    }

    internal static SpikeDataException Broken(string why, Exception? inner = null) =>
        new("SPIKE552", $"This PyTorch file is damaged: {why}. Copy it again, or save it again with torch.save.", inner);

    protected abstract object? ReadPickle();

    /// <summary>Reads exactly the bytes of a storage.</summary>
    protected abstract byte[] ReadStorage(TorchStorage storage);

    byte[] Storage(TorchStorage storage)
    {
        if (storages.TryGetValue(storage.Key, out byte[]? bytes))
            return bytes.Length >= storage.ByteLength ? bytes : throw Broken($"the storage '{storage.Key}' has two sizes");
        if ((bytesRead += storage.ByteLength) > stream.Length) throw Broken("its storages are larger than the file");
        return storages[storage.Key] = ReadStorage(storage);
    }
}
