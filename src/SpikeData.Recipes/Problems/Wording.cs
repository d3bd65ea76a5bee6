using System.Text;

namespace SpikeData.Recipes;

/// <summary>How messages put things: what a file says in quotes and at readable length, lists, type names without their namespace.</summary>
public static class Wording
{
    const int Readable = 40;

    /// <summary>A piece of the file in quotes; long ones are cut, control characters become spaces.</summary>
    public static string Quote(string text)
    {
        StringBuilder shown = new("'");
        foreach (char letter in text.Take(Readable)) shown.Append(char.IsControl(letter) || char.IsSurrogate(letter) ? ' ' : letter);
        return shown.Append(text.Length > Readable ? "...'" : "'").ToString();
    }

    /// <summary>"a, b, c", or "none".</summary>
    public static string List(IEnumerable<string> words)
    {
        string list = string.Join(", ", words);
        return list.Length == 0 ? "none" : list;
    }

    /// <summary>" Did you mean 'reblur'?", or nothing when no word is near.</summary>
    public static string Suggestion(string word, IEnumerable<string> words) => Spelling.Suggest(word, words);

    /// <summary>"Clip" for "SpikeData.Pipelines.Clip".</summary>
    public static string TypeName(string fullName) => fullName.Substring(fullName.LastIndexOf('.') + 1);

    /// <summary>What a parameter takes, such as "a whole number from 1 to 250 ticks".</summary>
    public static string Form(ParameterSchema parameter, StageSchemas schemas)
    {
        string range = parameter.Range is { } limits ? " " + limits : "";
        return parameter.Type switch
        {
            ParameterType.Flag => "true or false",
            ParameterType.WholeNumber => "a whole number" + range,
            ParameterType.Number => "a number" + range,
            ParameterType.Text => "a text",
            ParameterType.Word word => "one of " + List(word.Words.Select(known => known.Name)),
            ParameterType.Scalar scalar => $"a word of the form {scalar.Example}",
            ParameterType.Choice choice => (schemas.Choice(choice.TypeName).OfNumber is null ? "" : "a number, or ")
                + "one of " + List(schemas.Choice(choice.TypeName).Variants.Select(variant => variant.Name)),
            ParameterType.DatasetName => "the name of a data set of this file",
            ParameterType.List list => "a list, each item " + Form(parameter with { Type = list.Item }, schemas),
            _ => "a value",
        };
    }

    /// <summary>A value that a parameter would take.</summary>
    public static string Example(ParameterSchema parameter, StageSchemas schemas) => parameter.Default ?? parameter.Type switch
    {
        ParameterType.Flag => "true",
        ParameterType.WholeNumber or ParameterType.Number => parameter.Range?.Smallest ?? "1",
        ParameterType.Word word => word.Words.Select(known => known.Name).FirstOrDefault() ?? "...",
        ParameterType.Scalar scalar => scalar.Example,
        ParameterType.Choice choice => schemas.Choice(choice.TypeName).Variants.Select(variant => variant.Name).FirstOrDefault() ?? "...",
        ParameterType.List list => $"[{Example(parameter with { Type = list.Item }, schemas)}]",
        _ => "...",
    };
}
