namespace SpikeData.Training;

/// <summary>A class or function of Python that a pickle may name.</summary>
abstract record TorchClass
{
    /// <summary>A dictionary that keeps its order.</summary>
    public sealed record Dictionary : TorchClass;

    /// <summary>A tensor: a view of numbers stored elsewhere.</summary>
    public sealed record Tensor : TorchClass;

    /// <summary>A tensor that a module calls its parameter.</summary>
    public sealed record Parameter : TorchClass;

    /// <summary>The shape of a tensor.</summary>
    public sealed record Size : TorchClass;

    /// <summary>Numbers of one type.</summary>
    public sealed record Storage(NumberFormat Format) : TorchClass;

    /// <summary>Numbers of a type that is not read.</summary>
    /// <param name="Bytes">How many bytes each takes.</param>
    public sealed record ForeignStorage(string Name, int Bytes) : TorchClass;

    /// <summary>A subclass of tensors, or a tensor with attributes: it is built as another class says.</summary>
    public sealed record Typed : TorchClass;

    /// <summary>Any other class or function: what it would build is passed over.</summary>
    public sealed record Foreign(string Name) : TorchClass;
}
