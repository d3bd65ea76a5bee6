using System.Buffers.Binary;
using System.Text.Json;
using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Training;

/// <summary>Hugging Face's file of named arrays: the length of a header, the header in JSON, the numbers.</summary>
/// <remarks>
/// The header is a promise that is checked before anything is reserved: lengths, types, shapes that fill their bytes, bytes that follow
/// each other without gap or overlap to the end of the file.
/// </remarks>
static class SafeTensors
{
    const int LongestHeader = 100_000_000, PrefixLength = sizeof(long), Alignment = 8;

    /// <exception cref="SpikeDataException">SPIKE551: the file breaks its own promises.</exception>
    public static Weights Read(Stream stream) => Weights.Of(Arrays(stream));

    /// <summary>What the header says; numbers are read from the stream when they are wanted.</summary>
    /// <exception cref="SpikeDataException">SPIKE551: the file breaks its own promises.</exception>
    public static IReadOnlyList<StoredArray> Arrays(Stream stream)
    {
        byte[] header = new byte[ReadHeaderLength(stream)];
        stream.ReadExactly(header);
        long start = stream.Position;
        SafeTensorEntry[] entries = [.. Entries(header).OrderBy(entry => entry.Begin).ThenBy(entry => entry.End)];
        CheckPlaces(entries, stream.Length - start);
        return [.. entries.Select(entry => new StoredArray(entry.Name, entry.Format.Type, entry.Shape, () => Read(entry)))];

        NdArray Read(SafeTensorEntry entry)
        {
            stream.Position = start + entry.Begin;
            byte[] bytes = new byte[entry.End - entry.Begin];
            stream.ReadExactly(bytes);
            return entry.ToArray(bytes);
        }
    }

    /// <summary>Writes the widest numbers first, so that all of them lie at multiples of their size.</summary>
    public static void Write(Stream stream, Weights weights)
    {
        KeyValuePair<string, NdArray>[] ordered = [.. weights.OrderByDescending(entry => entry.Value.Type.Size())];
        using MemoryStream header = new();
        using (Utf8JsonWriter json = new(header)) WriteHeader(json, ordered);
        while (header.Length % Alignment != 0) header.WriteByte((byte)' ');
        Span<byte> length = stackalloc byte[PrefixLength];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        stream.Write(length);
        header.WriteTo(stream);
        foreach ((_, NdArray array) in ordered) stream.Write(array.Bytes);
    }

    internal static SpikeDataException Broken(string why, Exception? inner = null) =>
        new("SPIKE551", $"This safetensors file is damaged: {why}. Copy or save it again.", inner);

    static long ReadHeaderLength(Stream stream)
    {
        Span<byte> prefix = stackalloc byte[PrefixLength];
        if (stream.ReadAtLeast(prefix, PrefixLength, throwOnEndOfStream: false) < PrefixLength) throw Broken("it ends before its header");
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length > LongestHeader) throw Broken($"its header claims {length} bytes; {LongestHeader} are the most");
        if ((long)length > stream.Length - PrefixLength) throw Broken($"its header claims {length} bytes; the file has {stream.Length}");
        return (long)length;
    }

    static List<SafeTensorEntry> Entries(byte[] header)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(header, new() { AllowDuplicateProperties = false, MaxDepth = 8 });
            return [.. document.RootElement.EnumerateObject().Where(property => property.Name != "__metadata__").Select(SafeTensorEntry.Read)];
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw Broken($"its header is not what it should be ({problem.Message.TrimEnd('.')})", problem);
        }
    }

    static void CheckPlaces(SafeTensorEntry[] entries, long length)
    {
        long position = 0;
        foreach (SafeTensorEntry entry in entries)
        {
            if (entry.Begin != position) throw Broken($"the bytes of '{entry.Name}' begin at {entry.Begin} where {position} was expected");
            if (entry.End > length) throw Broken($"the bytes of '{entry.Name}' end at {entry.End}, behind the end of the file at {length}");
            position = entry.End;
        }

        if (position != length) throw Broken($"{length - position} bytes at its end belong to no array");
    }

    static void WriteHeader(Utf8JsonWriter json, KeyValuePair<string, NdArray>[] weights)
    {
        long position = 0;
        json.WriteStartObject();
        foreach ((string name, NdArray array) in weights)
        {
            json.WriteStartObject(name);
            json.WriteString("dtype", SafeTensorEntry.NameOf(array.Type));
            json.WriteStartArray("shape");
            foreach (int length in array.Shape) json.WriteNumberValue(length);
            json.WriteEndArray();
            json.WriteStartArray("data_offsets");
            json.WriteNumberValue(position);
            json.WriteNumberValue(position += array.Bytes.Length);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
