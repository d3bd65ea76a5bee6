namespace SpikeData.Recipes;

/// <summary>Finds the stage and the values that a key of a matrix means.</summary>
sealed class MatrixAxisReader(DatasetDraft draft, StageSchemas schemas, ProblemList problems)
{
    /// <summary>The axis; null when it means nothing, or too much, which is reported.</summary>
    public MatrixAxis? Read(YamlEntry entry)
    {
        int before = problems.Count;
        List<YamlScalar> values = Values(entry);
        string[] path = entry.Key.Text.Split('.');
        string parameter = path[path.Length - 1];
        List<int> places = [.. Enumerable.Range(0, draft.Steps.Count).Where(place => IsMeant(draft.Steps[place].Name.Text, path, parameter))];
        if (places.Count == 0) ReportNoPlace(entry.Key, parameter);
        else if (places.Count > 1) ReportPlaces(entry.Key, parameter, [.. places.Select(place => draft.Steps[place].Name.Text).Distinct()]);
        return problems.Count > before ? null : new(places[0], entry.Key with { Text = parameter }, values);
    }

    List<YamlScalar> Values(YamlEntry entry)
    {
        IReadOnlyList<YamlNode> items = entry.Value is YamlSequence list ? list.Items : [];
        List<YamlScalar> values = [.. items.OfType<YamlScalar>().Where(value => MatrixAxis.NamePart(value).Length > 0)];
        string key = Wording.Quote(entry.Key.Text);
        if (items.Count == 0 || values.Count < items.Count)
            Report(entry.Value, $"{key} takes a list of numbers or words here, such as [1, 2, 3], since they become part of a name.");
        else if (values.Select(MatrixAxis.NamePart).Distinct().Count() < values.Count)
            Report(entry.Value, $"Two values of {key} give the same name. Names keep letters and digits only.");
        return values;
    }

    bool IsMeant(string step, string[] path, string parameter) =>
        (path.Length == 1 || (path.Length == 2 && step == path[0]))
        && schemas.Stage(step) is { } stage && KeysOf(stage).Contains(parameter);

    IEnumerable<string> KeysOf(StageSchema stage) => stage.Parameters.SelectMany(parameter => parameter.Type is ParameterType.Choice choice
        ? schemas.Choice(choice.TypeName).Variants.SelectMany(variant => variant.Parameters).Select(own => own.Name).Append(parameter.Name)
        : [parameter.Name]);

    void ReportNoPlace(YamlScalar key, string parameter)
    {
        IEnumerable<StageSchema> stages = draft.Steps.Select(step => schemas.Stage(step.Name.Text)).OfType<StageSchema>();
        Report(key, $"No stage of {Wording.Quote(draft.Name)} has a parameter {Wording.Quote(key.Text)}."
            + $"{Spelling.Suggest(parameter, stages.SelectMany(KeysOf).Distinct())} Write 'parameter' or 'stage.parameter'.");
    }

    void ReportPlaces(YamlScalar key, string parameter, string[] stages) => Report(key, stages.Length > 1
        ? $"Several stages have a parameter {Wording.Quote(parameter)}. Write one of: {Wording.List(stages.Select(stage => $"{stage}.{parameter}"))}."
        : $"{Wording.Quote(draft.Name)} has several stages '{stages[0]}', which a matrix cannot tell apart. Write recipes with 'extends' instead.");

    void Report(YamlNode node, string message) => problems.Add(ProblemId.BadMatrix, node.Span, message);
}
