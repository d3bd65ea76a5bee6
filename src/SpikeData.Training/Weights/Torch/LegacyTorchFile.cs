using System.Buffers.Binary;
using System.Numerics;

namespace SpikeData.Training;

/// <summary>What torch.save wrote before PyTorch 1.6: pickles one after the other, then the numbers of all storages.</summary>
/// <remarks>The pickles: a magic number, the version, facts about the machine, the object, the keys of the storages in the order that follows.</remarks>
sealed class LegacyTorchFile(Stream stream) : TorchFile(stream)
{
    const int Version = 1001;
    static readonly BigInteger Magic = BigInteger.Parse("1950a86a20f9469cfc6c", System.Globalization.NumberStyles.HexNumber, provider: null);

    readonly Dictionary<string, (TorchStorage Storage, long At)> places = [];

    protected override object? ReadPickle()
    {
        if (Next() is not BigInteger magic || magic != Magic || Next() is not (long and Version)) throw Broken("it does not begin as torch.save begins");
        if (Next() is not PickleDictionary machine || machine.Contains(("little_endian", false))) throw Broken("its numbers are big-endian, which are not read");
        Dictionary<string, TorchStorage> storages = [];
        object? value = Pickle.Read(Source, LongestPickle, reference =>
        {
            object loaded = TorchStorage.Load(reference);
            if (loaded is TorchStorage storage) storages.TryAdd(storage.Key, storage);
            return loaded;
        });
        if (Next() is not List<object?> keys) throw Broken("it does not list its storages");
        foreach (object? key in keys)
            FindPlace(storages.GetValueOrDefault(key as string ?? "") ?? throw Broken("it lists a storage that no tensor shows"));
        return value;
    }

    protected override byte[] ReadStorage(TorchStorage storage)
    {
        if (!places.TryGetValue(storage.Key, out var place) || place.Storage != storage) throw Broken($"the storage '{storage.Key}' is missing");
        Source.Position = place.At;
        byte[] bytes = new byte[storage.ByteLength];
        Source.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Notes where a storage lies and goes on behind it.</summary>
    void FindPlace(TorchStorage storage)
    {
        Span<byte> prefix = stackalloc byte[sizeof(long)];
        Source.ReadExactly(prefix);
        long count = BinaryPrimitives.ReadInt64LittleEndian(prefix);
        if (count != storage.Count) throw Broken($"the storage '{storage.Key}' has {count} numbers where {storage.Count} were expected");
        if (!places.TryAdd(storage.Key, (storage, Source.Position))) throw Broken($"the storage '{storage.Key}' comes twice");
        if (Source.Position + storage.ByteLength > Source.Length) throw Broken($"it ends within the storage '{storage.Key}'");
        Source.Position += storage.ByteLength;
    }

    object? Next() => Pickle.Read(Source, LongestPickle, _ => throw Broken("it refers to numbers where none are due"));
}
