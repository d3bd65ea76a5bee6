using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Training;

/// <summary>The short list of what is built of a pickle of weights. Of everything else only the name is kept, and code is refused.</summary>
static class TorchClasses
{
    static readonly Dictionary<string, TorchClass> Known = new()
    {
        ["collections.OrderedDict"] = new TorchClass.Dictionary(),
        ["torch._utils._rebuild_tensor_v2"] = new TorchClass.Tensor(),
        ["collections.defaultdict"] = new TorchClass.Dictionary(),
        ["torch._utils._rebuild_parameter"] = new TorchClass.Parameter(),
        ["torch._utils._rebuild_parameter_with_state"] = new TorchClass.Parameter(),
        ["torch._tensor._rebuild_from_type_v2"] = new TorchClass.Typed(),
        ["torch.Size"] = new TorchClass.Size(),
        ["torch.FloatStorage"] = Storage(ElementType.Float32),
        ["torch.DoubleStorage"] = Storage(ElementType.Float64),
        ["torch.HalfStorage"] = Storage(ElementType.Float16),
        ["torch.BFloat16Storage"] = new TorchClass.Storage(new(ElementType.Float32, IsBrainFloat: true)),
        ["torch.LongStorage"] = Storage(ElementType.Int64),
        ["torch.IntStorage"] = Storage(ElementType.Int32),
        ["torch.ByteStorage"] = Storage(ElementType.UInt8),
        ["torch.BoolStorage"] = Storage(ElementType.Boolean),
        ["torch.CharStorage"] = new TorchClass.ForeignStorage("torch.int8", 1),
        ["torch.ShortStorage"] = new TorchClass.ForeignStorage("torch.int16", 2),
        ["torch.ComplexFloatStorage"] = new TorchClass.ForeignStorage("torch.complex64", 8),
        ["torch.ComplexDoubleStorage"] = new TorchClass.ForeignStorage("torch.complex128", 16),
        ["torch.QInt8Storage"] = new TorchClass.ForeignStorage("torch.qint8", 1),
        ["torch.QUInt8Storage"] = new TorchClass.ForeignStorage("torch.quint8", 1),
        ["torch.QInt32Storage"] = new TorchClass.ForeignStorage("torch.qint32", 4),
        ["torch.storage.UntypedStorage"] = new TorchClass.ForeignStorage("a type that only new versions of PyTorch have", 1),
    };

    /// <exception cref="SpikeDataException">SPIKE553: it is code.</exception>
    public static TorchClass Find(string module, string name)
    {
        CodeNames.Refuse(module, name);
        return Known.TryGetValue($"{module}.{name}", out TorchClass? known) ? known : new TorchClass.Foreign(Shorten($"{module}.{name}"));
    }

    /// <summary>What a class makes of its arguments. Objects of other classes are not built: one that knows its class stands for them.</summary>
    public static object? Build(TorchClass known, object?[] arguments) => (known, arguments) switch
    {
        (TorchClass.Foreign foreign, _) => new ForeignObject(foreign.Name),
        (TorchClass.Dictionary, [] or [null or TorchClass]) => new PickleDictionary(),
        (TorchClass.Dictionary, [List<object?> pairs]) => OfPairs(pairs),
        (TorchClass.Dictionary, [PickleDictionary copied]) => copied,
        (TorchClass.Size, [object?[] sides]) => sides,
        (TorchClass.Parameter, [TorchTensor or ForeignObject, ..]) => arguments[0],
        (TorchClass.Typed, [TorchClass inner and not TorchClass.Typed, _, object?[] tensor, ..]) => Build(inner, tensor),
        (TorchClass.Tensor, [TorchStorage { Foreign: { } type }, ..]) => new ForeignObject($"tensor of {type.Name}"),
        (TorchClass.Tensor, [ForeignObject other, ..]) => other,
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
