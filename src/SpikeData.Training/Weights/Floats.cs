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

    static float[] Convert<T>(NdArray array, Func<T, float> convert)
        where T : unmanaged
    {
        ReadOnlySpan<T> numbers = array.As<T>();
        float[] floats = new float[numbers.Length];
        for (int i = 0; i < floats.Length; i++) floats[i] = convert(numbers[i]);
        return floats;
    }
}
