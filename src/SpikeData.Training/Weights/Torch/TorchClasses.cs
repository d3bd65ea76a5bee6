using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Training;

/// <summary>The short list of what a pickle of weights may name, and what is built of it.</summary>
static class TorchClasses
{
    static readonly Dictionary<string, TorchClass> Known = new()
    {
        ["collections.OrderedDict"] = new TorchClass.Dictionary(),
        ["torch._utils._rebuild_tensor_v2"] = new TorchClass.Tensor(),
        ["torch._utils._rebuild_parameter"] = new TorchClass.Parameter(),
        ["torch.Size"] = new TorchClass.Size(),
        ["torch.FloatStorage"] = Storage(ElementType.Float32),
        ["torch.DoubleStorage"] = Storage(ElementType.Float64),
        ["torch.HalfStorage"] = Storage(ElementType.Float16),
        ["torch.BFloat16Storage"] = new TorchClass.Storage(new(ElementType.Float32, IsBrainFloat: true)),
        ["torch.LongStorage"] = Storage(ElementType.Int64),
        ["torch.IntStorage"] = Storage(ElementType.Int32),
        ["torch.ByteStorage"] = Storage(ElementType.UInt8),
        ["torch.BoolStorage"] = Storage(ElementType.Boolean),
    };

    /// <exception cref="SpikeDataException">SPIKE553: not on the list.</exception>
    public static TorchClass Find(string module, string name) => Known.TryGetValue($"{module}.{name}", out TorchClass? known)
        ? known
        : throw new SpikeDataException("SPIKE553",
            $"This file wants to build a Python object of '{Shorten($"{module}.{name}")}'; of weights only {string.Join(", ", Known.Keys)} are built. " +
            "Save the state dict alone in Python: torch.save(model.state_dict(), path).");

    public static object? Build(TorchClass known, object?[] arguments) => (known, arguments) switch
    {
        (TorchClass.Dictionary, []) => new PickleDictionary(),
        (TorchClass.Dictionary, [List<object?> pairs]) => OfPairs(pairs),
        (TorchClass.Size, [object?[] sides]) => sides,
        (TorchClass.Parameter, [TorchTensor tensor, ..]) => tensor,
        (TorchClass.Tensor, [TorchStorage storage, long offset, object?[] size, object?[] strides, ..]) => TorchTensor.Of(storage, offset, size, strides),
        _ => throw TorchFile.Broken($"its pickle builds a {known.GetType().Name} of something else than it should"),
    };

    static PickleDictionary OfPairs(List<object?> pairs)
    {
        PickleDictionary dictionary = [];
        foreach (object? pair in pairs)
        {
            if (pair is not object?[] { Length: 2 } entry) throw TorchFile.Broken("a dictionary in its pickle is made of something else than pairs");
            dictionary.Add(entry[0], entry[1]);
        }

        return dictionary;
    }

    static TorchClass.Storage Storage(ElementType type) => new(new(type));

    static string Shorten(string name) => name.Length <= 100 ? name : name[..100] + "...";
}
