using System.Text.Json;
using System.Text.Json.Serialization;

namespace SpikeData.Pipelines;

/// <summary>The border at which texts of JSON become values: what is none of them does not come in.</summary>
sealed class TextConverter<T> : JsonConverter<T>
    where T : class, IText<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException("It is no text.");
        return T.TryParse(text) ?? throw new JsonException($"{FileName.Quoted(text)} {T.FaultOf(text)}.");
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
