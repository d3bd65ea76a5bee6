using System.Text.RegularExpressions;

namespace SpikeData.Recipes;

/// <summary>One parameter of a matrix and its values.</summary>
sealed record MatrixAxis(int Step, YamlScalar Parameter, IReadOnlyList<YamlScalar> Values)
{
    /// <summary>Finds the stage that a matrix key means; null when there is none, or several, which is reported.</summary>
    public static MatrixAxis? Read(YamlEntry entry, DatasetDraft draft, StageSchemas schemas, ProblemList problems)
    {
        int before = problems.Count;
        IReadOnlyList<YamlNode> items = entry.Value is YamlSequence list ? list.Items : [];
        List<YamlScalar> values = [.. items.OfType<YamlScalar>().Where(value => NamePart(value).Length > 0)];
        if (items.Count == 0 || values.Count < items.Count)
        {
            problems.Add(ProblemId.BadMatrix, entry.Value.Span, $"{Wording.Quote(entry.Key.Text)} takes a list of numbers or words here, such as [1, 2, 3], since they become part of a name.");
        }
        else if (values.Select(NamePart).Distinct().Count() < values.Count)
        {
            problems.Add(ProblemId.BadMatrix, entry.Value.Span, $"Two values of {Wording.Quote(entry.Key.Text)} give the same name. Names keep letters and digits only.");
        }

        string[] path = entry.Key.Text.Split('.');
        string parameter = path[path.Length - 1];
        List<int> places = [.. Enumerable.Range(0, draft.Steps.Count).Where(place =>
            (path.Length == 1 || (path.Length == 2 && draft.Steps[place].Name.Text == path[0]))
            && schemas.Stage(draft.Steps[place].Name.Text) is { } stage && KeysOf(stage, schemas).Contains(parameter))];
        if (places.Count != 1) ReportPlaces(entry.Key, parameter, [.. places.Select(place => draft.Steps[place].Name.Text)], draft, schemas, problems);
        return problems.Count > before ? null : new(places[0], entry.Key with { Text = parameter }, values);
    }

    /// <summary>The data sets that one becomes, one per value.</summary>
    public IEnumerable<DatasetDraft> Apply(DatasetDraft draft) => Values.Select(value => draft with
    {
        Name = $"{draft.Name}-{NamePart(value)}",
        Steps = [.. draft.Steps.Select((step, place) => place == Step ? step.With(new(Parameter, value)) : step)],
    });

    static string NamePart(YamlScalar value) => value.Text.Length > 32 ? "" : Regex.Replace(value.Text.ToLowerInvariant(), "[^a-z0-9]+", "-").Trim('-');

    static IEnumerable<string> KeysOf(StageSchema stage, StageSchemas schemas) => stage.Parameters.SelectMany(parameter =>
        parameter.Type is ParameterType.Choice choice
            ? schemas.Choice(choice.TypeName).Variants.SelectMany(variant => variant.Parameters).Select(own => own.Name).Append(parameter.Name)
            : [parameter.Name]);

    static void ReportPlaces(YamlScalar key, string parameter, string[] stages, DatasetDraft draft, StageSchemas schemas, ProblemList problems)
    {
        if (stages.Distinct().Count() > 1)
        {
            problems.Add(ProblemId.BadMatrix, key.Span, $"Several stages have a parameter {Wording.Quote(parameter)}. Write one of: {Wording.List(stages.Distinct().Select(stage => $"{stage}.{parameter}"))}.");
            return;
        }

        IEnumerable<string> known = draft.Steps.Select(step => schemas.Stage(step.Name.Text)).OfType<StageSchema>().SelectMany(stage => KeysOf(stage, schemas)).Distinct();
        problems.Add(ProblemId.BadMatrix, key.Span, stages.Length > 1
            ? $"{Wording.Quote(draft.Name)} has several stages '{stages[0]}', and a matrix cannot tell them apart. Write the recipes one by one, with 'extends'."
            : $"No stage of {Wording.Quote(draft.Name)} has a parameter {Wording.Quote(key.Text)}.{Spelling.Suggest(parameter, known)} Write 'parameter' or 'stage.parameter'.");
    }
}
