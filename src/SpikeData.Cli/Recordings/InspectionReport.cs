using System.Text.Json.Nodes;

namespace SpikeData.Cli;

/// <summary>What a file or folder is, for programs: numbers by name, and every fact in the words that people read.</summary>
sealed class InspectionReport(string path)
{
    readonly JsonObject numbers = [], facts = [];

    /// <summary>What kind of thing it is: data-set, picture, video or recording.</summary>
    internal string Kind { get; set; } = "";

    /// <summary>The report.</summary>
    internal JsonObject Fields
    {
        get
        {
            JsonObject fields = new() { ["path"] = path, ["kind"] = Kind };
            foreach ((string name, JsonNode? value) in numbers) fields[name] = value?.DeepClone();
            fields["facts"] = facts.DeepClone();
            return fields;
        }
    }

    /// <summary>Notes a number; null where the file does not state it.</summary>
    internal void Set(string name, JsonNode? value) => numbers[name] = value;

    /// <summary>Notes a fact; one that is said several times is a list of that many.</summary>
    internal void Add(string what, string text)
    {
        if (facts[what] is JsonArray list) list.Add(text);
        else facts[what] = new JsonArray(text);
    }
}
