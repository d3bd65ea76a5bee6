using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Training;

/// <summary>The numbers of an array as 32-bit floats, whatever floats they are in the file.</summary>
static class Floats
{
    /// <exception cref="SpikeDataException">SPIKE464: the array holds whole numbers.</exception>
    public static ReadOnlySpan<float> Of(NdArray array) => array.Type switch
    {
        ElementType.Float16 => Convert<Half>(array, number => (float)number),
        ElementType.Float64 => Convert<double>(array, number => (float)number),
        _ => array.As<float>(),
    };

    /// <summary>Floats of 16 bits in place of wider ones; other numbers stay.</summary>
    public static NdArray Halve(NdArray array) => array.Type is ElementType.Float32 or ElementType.Float64
        ? NdArray.Of<Half>([.. Of(array).ToArray().Select(number => (Half)number)], array.Shape)
        : array;

    static float[] Convert<T>(NdArray array, Func<T, float> convert)
        where T : unmanaged
    {
        ReadOnlySpan<T> numbers = array.As<T>();
        float[] floats = new float[numbers.Length];
        for (int i = 0; i < floats.Length; i++) floats[i] = convert(numbers[i]);
        return floats;
    }
}
