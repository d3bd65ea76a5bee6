using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

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
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Skip,
    };

    public static byte[] Write<T>(T value) => [.. JsonSerializer.SerializeToUtf8Bytes(value, Options), (byte)'\n'];

    /// <summary>What a file holds, or null when it is absent or not what it should be.</summary>
    public static T? Read<T>(string path)
        where T : class => Patient.Look(() => File.ReadAllBytes(path)) is { } text ? Parse<T>(text) : null;

    /// <summary>What a text says, or null when it is not what it should be.</summary>
    public static T? Parse<T>(byte[] text)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(Checked(text), Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Values of no fixed form.</summary>
    /// <exception cref="JsonException">It is no JSON, or a name stands twice.</exception>
    public static JsonNode? Parse(byte[] text) => JsonNode.Parse(Checked(text), documentOptions: new() { AllowDuplicateProperties = false });

    /// <summary>Nodes decode their strings when somebody asks for them, which is too late to learn that they are no text.</summary>
    static ReadOnlySpan<byte> Checked(byte[] text) => Utf8.IsValid(text) ? text : throw new JsonException("It is not UTF-8.");
}
