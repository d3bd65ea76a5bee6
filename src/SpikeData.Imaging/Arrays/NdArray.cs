using System.Runtime.InteropServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Numbers in a box of any number of dimensions: row-major, little-endian, the last axis contiguous.</summary>
public sealed class NdArray
{
    readonly byte[] bytes;
    readonly int[] shape;

    /// <exception cref="ArgumentException">The bytes do not fill the shape.</exception>
    public NdArray(ElementType type, ReadOnlySpan<int> shape, byte[] bytes)
    {
        if (Count(shape) * type.Size() != bytes.Length)
            throw new ArgumentException($"{bytes.Length} bytes do not fill [{string.Join(", ", shape.ToArray())}] of {type.Code()}.");
        (Type, this.shape, this.bytes) = (type, shape.ToArray(), bytes);
    }

    public ElementType Type { get; }

    /// <summary>The length of each axis; empty for a single number.</summary>
    public ReadOnlySpan<int> Shape => shape;

    /// <summary>How many numbers it holds.</summary>
    public int Length => bytes.Length / Type.Size();

    /// <summary>The numbers as they lie in a file.</summary>
    public ReadOnlySpan<byte> Bytes => bytes;

    /// <summary>Copies numbers into an array of the given shape.</summary>
    public static NdArray Of<T>(ReadOnlySpan<T> numbers, params ReadOnlySpan<int> shape)
        where T : unmanaged => new(ElementTypes.Of<T>(), shape, MemoryMarshal.AsBytes(numbers).ToArray());

    /// <summary>The numbers, typed.</summary>
    /// <exception cref="SpikeDataException">SPIKE464: the array holds numbers of another type.</exception>
    public ReadOnlySpan<T> As<T>()
        where T : unmanaged
    {
        ElementType wanted = ElementTypes.Of<T>();
        if (wanted == Type) return MemoryMarshal.Cast<byte, T>(bytes);
        throw new SpikeDataException("SPIKE464", $"The array is {this}; {wanted.Code()} was expected. In Python: array.astype('{wanted.Code()}').");
    }

    /// <summary>How many numbers a shape holds. An axis of length 0 empties it, however long the others claim to be.</summary>
    internal static long Count(ReadOnlySpan<int> shape)
    {
        if (shape.Contains(0)) return 0;
        long count = 1;
        foreach (int side in shape) count = checked(count * side);
        return count;
    }

    public override string ToString() => $"{Type.Code()}[{string.Join(", ", shape)}]";
}
