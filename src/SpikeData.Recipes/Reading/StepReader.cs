namespace SpikeData.Recipes;

/// <summary>Reads one item of a list of stages, and knows the ways in which indentation goes wrong there.</summary>
sealed class StepReader(StageSchemas schemas, ProblemList problems)
{
    public Step? Read(YamlNode item)
    {
        switch (item)
        {
            case YamlScalar { IsNull: false } name:
                return new(name, null);
            case YamlMapping { Entries.Count: 1 } mapping:
                return Named(mapping.Entries[0]);
            case YamlMapping { Entries.Count: > 1 } mapping:
                return Crowded(mapping);
            default:
                problems.Add(ProblemId.WrongShape, item.Span,
                    $"A stage is a name, or a name with parameters such as 'expose: {{ frames: 97 }}', and this is {item.Kind}.");
                return null;
        }
    }

    Step? Named(YamlEntry entry)
    {
        string name = entry.Key.Text;
        switch (entry.Value)
        {
            case YamlMapping { Entries.Count: <= RecipeLimits.Stages } parameters:
                return new(entry.Key, parameters);
            case YamlMapping parameters:
                problems.Add(ProblemId.TooLarge, parameters.Span, $"A stage has at most {RecipeLimits.Stages} parameters.");
                return null;
            case YamlScalar { IsNull: true }:
                return new(entry.Key, null);
            default:
                string wayOut = entry.Value is YamlSequence { Items: var items } && items.All(item => item is YamlMapping)
                    ? "Take the dashes before the parameters away."
                    : $"Write '{name}: {MeantParameter.Of(schemas.Stage(name), entry.Value, schemas)}'.";
                problems.Add(ProblemId.WrongShape, entry.Value.Span, $"{Wording.Quote(name)} takes parameters by name, and this is {entry.Value.Kind}. {wayOut}");
                return null;
        }
    }

    Step? Crowded(YamlMapping mapping)
    {
        (YamlScalar first, YamlScalar second) = (mapping.Entries[0].Key, mapping.Entries[1].Key);
        problems.Add(ProblemId.WrongShape, second.Span, mapping.Entries[0].Value is YamlScalar { IsNull: true }
            ? $"{Wording.Quote(second.Text)} stands beside {Wording.Quote(first.Text)}, not below it. "
                + "If it is a parameter, indent it by two more spaces."
            : $"{Wording.Quote(second.Text)} and {Wording.Quote(first.Text)} stand in one item of the list. "
                + "If it is a stage, write '- ' before it; if it is a parameter, put it below.");
        return null;
    }
}
