using SpikeData.Imaging;

namespace SpikeData.Training;

/// <summary>Numbers that tensors of a PyTorch file are views of.</summary>
/// <param name="Key">Its name within the file.</param>
/// <param name="Count">How many numbers it holds.</param>
sealed record TorchStorage(string Key, NumberFormat Format, long Count)
{
    /// <summary>The class of its numbers where they are of a type that is not read; their bytes are only passed over.</summary>
    public TorchClass.ForeignStorage? Foreign { get; init; }

    /// <summary>How many bytes it takes.</summary>
    public long ByteLength => Count * (Foreign?.Bytes ?? Format.Size);

    /// <summary>Reads what a pickle says of something kept outside of it: ('storage', class, key, device, count, and perhaps a view), or ('module', class, ...).</summary>
    public static object Load(object?[] reference)
    {
        // Files of PyTorch before 1.6 refer to the classes of modules so, with their source code.
        if (reference is ["module", TorchClass module, ..]) return module;
        if (reference is not ["storage", TorchClass kind, string key, string, long count, ..] || kind is not (TorchClass.Storage or TorchClass.ForeignStorage))
            throw TorchFile.Broken("its pickle refers to numbers in a way that torch.save does not");
        if (reference.Length > 5 && reference[5] is not null) throw TorchFile.Broken("it keeps views of storages, as PyTorch before 0.4 did; save it again");
        TorchClass.ForeignStorage? foreign = kind as TorchClass.ForeignStorage;
        NumberFormat format = kind is TorchClass.Storage storage ? storage.Format : new(ElementType.UInt8);
        if (count is < 0 or > int.MaxValue || count * (foreign?.Bytes ?? format.Type.Size()) > Array.MaxLength)
            throw TorchFile.Broken($"the storage '{key}' claims {count} numbers");
        return new TorchStorage(key, format, count) { Foreign = foreign };
    }
}
