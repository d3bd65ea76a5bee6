using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Reads the named arrays of an .npz file, of the type and the number of axes that a stage or a network asks for.</summary>
public static class ArrayShapes
{
    /// <summary>The array of a name.</summary>
    /// <param name="arrays">The file.</param>
    /// <param name="name">The array's name.</param>
    /// <param name="axes">What its axes are, such as "T, H, W, 3"; a number is a length, a letter is any.</param>
    /// <exception cref="SpikeDataException">SPIKE464: the array has another type or shape.</exception>
    public static NdArray Read<T>(this Npz arrays, string name, string axes)
        where T : unmanaged
    {
        NdArray array = arrays.Read(name);
        _ = array.As<T>();
        string[] expected = axes.Split(", ");
        bool fits = array.Shape.Length == expected.Length;
        for (int axis = 0; fits && axis < expected.Length; axis++) fits = !int.TryParse(expected[axis], out int length) || array.Shape[axis] == length;
        return fits && array.Length > 0 ? array
            : throw new SpikeDataException("SPIKE464", $"'{name}' is {array}; [{axes}] was expected, none of them 0.");
    }

    /// <summary>The array, or null where the file has none of this name.</summary>
    public static NdArray? ReadOptional<T>(this Npz arrays, string name, string axes)
        where T : unmanaged => arrays.Contains(name) ? arrays.Read<T>(name, axes) : null;
}
