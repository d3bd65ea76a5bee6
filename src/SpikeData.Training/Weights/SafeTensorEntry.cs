using System.Text.Json;
using SpikeData.Imaging;

namespace SpikeData.Training;

/// <summary>What the header of a safetensors file says about one array.</summary>
/// <param name="Begin">Its first byte, counted behind the header.</param>
/// <param name="End">The byte behind its last.</param>
sealed record SafeTensorEntry(string Name, NumberFormat Format, int[] Shape, long Begin, long End)
{
    static readonly Dictionary<string, NumberFormat> Formats = new()
    {
        ["BOOL"] = new(ElementType.Boolean),
        ["I8"] = new(ElementType.Int8),
        ["U8"] = new(ElementType.UInt8),
        ["I16"] = new(ElementType.Int16),
        ["U16"] = new(ElementType.UInt16),
        ["I32"] = new(ElementType.Int32),
        ["U32"] = new(ElementType.UInt32),
        ["I64"] = new(ElementType.Int64),
        ["U64"] = new(ElementType.UInt64),
        ["F16"] = new(ElementType.Float16),
        ["BF16"] = new(ElementType.Float32, IsBrainFloat: true),
        ["F32"] = new(ElementType.Float32),
        ["F64"] = new(ElementType.Float64),
    };

    public static string NameOf(ElementType type) => Formats.First(known => known.Value == new NumberFormat(type)).Key;

    /// <summary>Reads one property of the header and checks that its shape fills its bytes.</summary>
    public static SafeTensorEntry Read(JsonProperty property)
    {
        string type = $"{property.Value.GetProperty("dtype")}";
        if (!Formats.TryGetValue(type, out NumberFormat format))
            throw SafeTensors.Broken($"'{property.Name}' holds numbers of type {type}; {string.Join(", ", Formats.Keys)} are read");
        int[] shape = [.. property.Value.GetProperty("shape").EnumerateArray().Select(length => length.GetInt32())];
        long[] offsets = [.. property.Value.GetProperty("data_offsets").EnumerateArray().Select(offset => offset.GetInt64())];
        if (offsets is not [>= 0 and long begin, long end] || end < begin)
            throw SafeTensors.Broken($"the place of '{property.Name}' is [{string.Join(", ", offsets)}]");
        return format.BytesOf(shape) == end - begin ? new(property.Name, format, shape, begin, end) : throw SafeTensors.Broken(
            $"'{property.Name}' has the shape [{string.Join(", ", shape)}] of {type}, which does not fill {end - begin} bytes");
    }

    public NdArray ToArray(byte[] bytes) => Format.ToArray(Shape, bytes);
}
