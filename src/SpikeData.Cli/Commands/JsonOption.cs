using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SpikeData.Cli;

/// <summary><c>--json</c>: a report for programs. What its fields mean stands in docs/json.md.</summary>
sealed class JsonOption : Option<bool>
{
    static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    internal JsonOption()
        : base("--json") => Description = "Prints the report as JSON, for programs.";

    /// <summary>Prints the report if it is asked for.</summary>
    /// <returns>Whether it was.</returns>
    internal bool Print(ParseResult line, Func<object> report)
    {
        if (!line.GetValue(this)) return false;
        line.InvocationConfiguration.Output.WriteLine(JsonSerializer.Serialize(report(), Form));
        return true;
    }
}
