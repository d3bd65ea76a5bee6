namespace SpikeData.Imaging;

/// <summary>How numbers of arrays are stored.</summary>
public static class ElementTypes
{
    static readonly (ElementType Type, string Code, int Size, Type Clr)[] Known =
    [
        (ElementType.Boolean, "b1", 1, typeof(bool)),
        (ElementType.Int8, "i1", 1, typeof(sbyte)),
        (ElementType.UInt8, "u1", 1, typeof(byte)),
        (ElementType.Int16, "i2", 2, typeof(short)),
        (ElementType.UInt16, "u2", 2, typeof(ushort)),
        (ElementType.Int32, "i4", 4, typeof(int)),
        (ElementType.UInt32, "u4", 4, typeof(uint)),
        (ElementType.Int64, "i8", 8, typeof(long)),
        (ElementType.UInt64, "u8", 8, typeof(ulong)),
        (ElementType.Float16, "f2", 2, typeof(Half)),
        (ElementType.Float32, "f4", 4, typeof(float)),
        (ElementType.Float64, "f8", 8, typeof(double)),
    ];

    internal static string Names { get; } = string.Join(", ", Known.Select(known => known.Code));

    /// <summary>How many bytes one number takes.</summary>
    public static int Size(this ElementType type) => Known[(int)type].Size;

    /// <summary>The spelling without byte order, as numpy has it: <c>u1</c>, <c>f4</c>.</summary>
    public static string Code(this ElementType type) => Known[(int)type].Code;

    /// <summary>The spelling with byte order: <c>|u1</c>, <c>&lt;f4</c>.</summary>
    internal static string Descr(this ElementType type, bool isBigEndian) => (type.Size() == 1 ? "|" : isBigEndian ? ">" : "<") + type.Code();

    internal static ElementType? Find(string code)
    {
        foreach (var known in Known)
            if (known.Code == code) return known.Type;
        return null;
    }

    internal static ElementType Of<T>()
    {
        foreach (var known in Known)
            if (known.Clr == typeof(T)) return known.Type;
        throw new ArgumentException($"Arrays hold {Names}, not {typeof(T).Name}.");
    }
}
