using SpikeData.Imaging;

namespace SpikeData.Training;

/// <summary>Numbers that tensors of a PyTorch file are views of.</summary>
/// <param name="Key">Its name within the file.</param>
/// <param name="Count">How many numbers it holds.</param>
sealed record TorchStorage(string Key, NumberFormat Format, long Count)
{
    /// <summary>How many bytes it takes.</summary>
    public long ByteLength => Count * Format.Size;

    /// <summary>Reads what a pickle says of a storage: ('storage', class, key, device, count, and perhaps a view).</summary>
    public static TorchStorage Of(object?[] reference)
    {
        if (reference is not ["storage", TorchClass.Storage storage, string key, string, long count, ..])
            throw TorchFile.Broken("its pickle refers to numbers in a way that torch.save does not");
        if (reference.Length > 5 && reference[5] is not null) throw TorchFile.Broken("it keeps views of storages, as PyTorch before 0.4 did; save it again");
        if (count is < 0 or > int.MaxValue || count * storage.Format.Type.Size() > Array.MaxLength)
            throw TorchFile.Broken($"the storage '{key}' claims {count} numbers");
        return new(key, storage.Format, count);
    }
}
