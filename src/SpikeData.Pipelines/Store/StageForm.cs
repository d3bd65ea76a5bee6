using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;

namespace SpikeData.Pipelines;

/// <summary>A stage as data: its name, its version and its parameters, in the words of a recipe and in their order.</summary>
static class StageForm
{
    /// <summary>Every parameter, as a manifest shows them.</summary>
    public static JsonObject Of(object stage) => Form(stage, (_, _) => true, (path, _) => path);

    /// <summary>The parameters that results depend on; files are given by what <paramref name="digestOf"/> says of their content.</summary>
    public static JsonObject InKey(object stage, Func<string, string> digestOf) =>
        Form(stage, IsInKey, (path, _) => digestOf(path));

    /// <summary>The name a stage or variant has in recipes.</summary>
    public static string NameOf(object stage) => NameOf(stage.GetType());

    /// <inheritdoc cref="NameOf(object)"/>
    public static string NameOf(Type stage) =>
        stage.GetCustomAttribute<StageAttribute>()?.Name ?? stage.GetCustomAttribute<VariantAttribute>()?.Name ?? Kebab(stage.Name);

    /// <summary>A member of an enumeration as recipes write it.</summary>
    public static string Word(Enum choice) => Kebab(choice.ToString());

    /// <summary>Stages as flat facts, each parameter under its path: <c>simulate-spikes.model.variant</c>.</summary>
    public static IEnumerable<KeyPart> Parts(IReadOnlyCollection<JsonObject> forms) => forms
        .Zip(Labels(forms.Select(form => form["stage"]!.GetValue<string>())))
        .SelectMany(pair => pair.First.Where(member => member.Key != "stage").SelectMany(member => Flatten($"{pair.Second}.{member.Key}", member.Value)));

    /// <summary>What stages are called in their order: by their names, and those of one name by a number, too.</summary>
    public static IEnumerable<string> Labels(IEnumerable<string> names)
    {
        var seen = new Dictionary<string, int>();
        foreach (string name in names)
        {
            int times = seen[name] = seen.GetValueOrDefault(name) + 1;
            yield return times > 1 ? string.Create(CultureInfo.InvariantCulture, $"{name}#{times}") : name;
        }
    }

    static IEnumerable<KeyPart> Flatten(string path, JsonNode? node) => node is JsonObject members
        ? members.SelectMany(member => Flatten($"{path}.{member.Key}", member.Value))
        : [new(path, node is JsonValue value && value.TryGetValue(out string? text) ? text : node?.ToJsonString() ?? "none")];

    /// <summary>The files that parameters of stages name, as the recipe writes them.</summary>
    public static IEnumerable<NamedFile> FilesOf(IEnumerable<object> stages)
    {
        var files = new List<NamedFile>();
        foreach (object stage in stages) Form(stage, IsInKey, Note);
        return files;

        string Note(string path, string origin)
        {
            files.Add(new(path, origin));
            return path;
        }
    }

    static bool IsInKey(PropertyInfo parameter, object? value) =>
        !parameter.IsDefined(typeof(NotInKeyAttribute)) && (value is not null || !parameter.IsDefined(typeof(InKeyWhenGivenAttribute)));

    /// <param name="fileOf">What stands for a file, given its path and its origin.</param>
    static JsonObject Form(object record, Func<PropertyInfo, object?, bool> takes, Func<string, string, string> fileOf)
    {
        Type type = record.GetType();
        JsonObject form = type.GetCustomAttribute<VariantAttribute>() is { } variant
            ? new() { ["variant"] = variant.Name, ["version"] = variant.Version }
            : new() { ["stage"] = NameOf(record), ["version"] = type.GetCustomAttribute<StageAttribute>()?.Version ?? 1 };
        foreach (PropertyInfo property in Parameters(type))
        {
            object? value = property.GetValue(record);
            if (!takes(property, value)) continue;
            form[Kebab(property.Name)] = value is string path && property.GetCustomAttribute<FileInKeyAttribute>() is { } file
                ? fileOf(path, file.Origin)
                : Node(value, takes, fileOf);
        }

        return form;
    }

    /// <summary>The properties behind the parameters of the primary constructor, in the order of the parameters.</summary>
    static IEnumerable<PropertyInfo> Parameters(Type type) => type.GetConstructors()
        .MaxBy(constructor => constructor.GetParameters().Length)!
        .GetParameters()
        .Select(parameter => type.GetProperty(parameter.Name!) ?? throw new InvalidOperationException(
            $"The parameter '{parameter.Name}' of the stage {type.Name} has no property of that name; declare stages as records."));

    static JsonNode? Node(object? value, Func<PropertyInfo, object?, bool> takes, Func<string, string, string> fileOf) => value switch
    {
        null => null,
        string text => text,
        bool truth => truth,
        int number => number,
        long number => number,
        double number => number,
        Enum choice => Word(choice),
        _ when value.GetType().IsDefined(typeof(ScalarAttribute)) => value.ToString(),
        IEnumerable list => new JsonArray([.. list.Cast<object?>().Select(item => Node(item, takes, fileOf))]),
        _ when value.GetType().GetCustomAttribute<VariantAttribute>() is { TakesNumber: true } =>
            Node(Parameters(value.GetType()).Single().GetValue(value), takes, fileOf),
        _ => Form(value, takes, fileOf),
    };

    static string Kebab(string name)
    {
        var kebab = new StringBuilder();
        foreach (char letter in name)
        {
            if (char.IsUpper(letter) && kebab.Length > 0) kebab.Append('-');
            kebab.Append(char.ToLowerInvariant(letter));
        }

        return kebab.ToString();
    }
}
