using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>How this project writes JSON: indented, camelCase, line feeds only, letters of all languages as they are.</summary>
static class Json
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        // Files of others may hold anything; a null where there must be something is damage.
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        // With names in any case, one that stands twice in two cases is an exception of another kind, thrown when somebody looks at it.
        PropertyNameCaseInsensitive = false,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Skip,
    };

    public static byte[] Write<T>(T value) => [.. JsonSerializer.SerializeToUtf8Bytes(value, Options), (byte)'\n'];

    /// <summary>What a file holds, or null: with the reason, a sentence, where the file is not what it should be; without one where it is absent.</summary>
    /// <param name="path">The file.</param>
    /// <param name="faultOf">What is wrong with a value, beyond its form.</param>
    /// <exception cref="Compute.SpikeDataException">SPIKE437: it is no regular file.</exception>
    public static (T? Value, string? Fault) Read<T>(string path, Func<T, string?> faultOf)
        where T : class => Patient.Look(() => InputFile.ReadAllBytes(path)) is { } text ? Parse(text, faultOf) : (null, null);

    /// <summary>What a text says, or null with the reason when it is not what it should be.</summary>
    /// <inheritdoc cref="Read" path="/param"/>
    public static (T? Value, string? Fault) Parse<T>(byte[] text, Func<T, string?> faultOf)
        where T : class
    {
        try
        {
            T? value = JsonSerializer.Deserialize<T>(Checked(text), Options);
            string? fault = value is null ? "it is null." : faultOf(value);
            return fault is null ? (value, null) : (null, fault);
        }
        catch (Exception error) when (error is JsonException or ArgumentException or InvalidOperationException or FormatException or OverflowException or NotSupportedException)
        {
            return (null, FileName.OneLine(error is JsonException { Path: { } place } ? $"{place}: {error.Message}" : error.Message));
        }
    }

    /// <summary>Values of no fixed form.</summary>
    /// <exception cref="JsonException">It is no JSON, or a name stands twice.</exception>
    public static JsonNode? Parse(byte[] text) => JsonNode.Parse(Checked(text), documentOptions: new() { AllowDuplicateProperties = false });

    /// <summary>Nodes decode their strings when somebody asks for them, which is too late to learn that they are no text.</summary>
    static ReadOnlySpan<byte> Checked(byte[] text) => Utf8.IsValid(text) ? text : throw new JsonException("It is not UTF-8.");
}
