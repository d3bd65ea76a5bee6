using SpikeData.Imaging;

namespace SpikeData.Training;

/// <summary>How a file of weights stores its numbers: one of our own types, or bfloat16, which becomes 32-bit floats.</summary>
readonly record struct NumberFormat(ElementType Type, bool IsBrainFloat = false)
{
    /// <summary>How many bytes of the file one number takes.</summary>
    public int Size => IsBrainFloat ? 2 : Type.Size();

    /// <summary>How many bytes a shape fills, or -1 where that is more than an array can hold or a length is negative.</summary>
    public long BytesOf(ReadOnlySpan<int> shape)
    {
        long numbers = 1;
        foreach (int length in shape)
        {
            if (length < 0) return -1;
            numbers = Math.Min(numbers * length, int.MaxValue);
        }

        return numbers * Type.Size() <= Array.MaxLength ? numbers * Size : -1;
    }

    public NdArray ToArray(ReadOnlySpan<int> shape, byte[] bytes) => new(Type, shape, IsBrainFloat ? BrainFloats.Widen(bytes) : bytes);
}
