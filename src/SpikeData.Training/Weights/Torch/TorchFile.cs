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

    /// <summary>The tensors of the state dict in the file; their numbers are read when they are wanted.</summary>
    /// <param name="part">Which of several; null where there is one.</param>
    /// <exception cref="SpikeDataException">
    /// SPIKE552: damaged. SPIKE553: not to be trusted. SPIKE554: it holds no state dict, or several. SPIKE556: it has no such part.
    /// </exception>
    public IReadOnlyList<StoredArray> Arrays(string? part)
    {
        IReadOnlyList<(string Name, TorchTensor Tensor)> tensors = StateDict.Find(Sound(ReadPickle), part);
        if (tensors.Sum(entry => entry.Tensor.ByteLength) / MostCopies > stream.Length) throw Broken("its tensors are many times as large as the file");
        return [.. tensors.Select(entry => new StoredArray(
            entry.Name, entry.Tensor.Storage.Format.Type, entry.Tensor.Shape, () => Sound(() => entry.Tensor.ToArray(Storage(entry.Tensor.Storage)))))];
    }

    internal static SpikeDataException Broken(string why, Exception? inner = null) =>
        new("SPIKE552", $"This PyTorch file is damaged: {why}. Copy it again, or save it again with torch.save.", inner);

    protected abstract object? ReadPickle();

    /// <summary>Reads exactly the bytes of a storage.</summary>
    protected abstract byte[] ReadStorage(TorchStorage storage);

    static T Sound<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception problem) when (problem is InvalidDataException or EndOfStreamException)
        {
            throw Broken($"it cannot be read to its end ({problem.Message.TrimEnd('.')})", problem);
        }
    }

    byte[] Storage(TorchStorage storage)
    {
        if (storages.TryGetValue(storage.Key, out byte[]? bytes))
            return bytes.Length >= storage.ByteLength ? bytes : throw Broken($"the storage '{storage.Key}' has two sizes");
        if ((bytesRead += storage.ByteLength) > stream.Length) throw Broken("its storages are larger than the file");
        return storages[storage.Key] = ReadStorage(storage);
    }
}
