namespace SpikeData.Recipes;

/// <summary>Binds the keys below a stage or variant to its parameters.</summary>
/// <remarks>A chosen variant's own parameters may stand beside the choice; a key of the stage itself goes before one of a variant.</remarks>
sealed class ArgumentBinder
{
    readonly StageSchemas schemas;
    readonly ProblemList problems;
    readonly ValueBinder values;

    /// <param name="datasets">The data sets that parameters may name.</param>
    public ArgumentBinder(StageSchemas schemas, ProblemList problems, IReadOnlyCollection<string>? datasets = null)
    {
        this.schemas = schemas;
        this.problems = problems;
        values = new(schemas, problems, this, datasets ?? []);
    }

    /// <summary>The arguments in the order of the parameters; null when something is wrong, which is reported.</summary>
    /// <param name="owner">The stage's or variant's name.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="given">The keys and values.</param>
    /// <param name="span">Where the owner stands, for what is missing.</param>
    public EquatableArray<Argument>? Bind(string owner, EquatableArray<ParameterSchema> parameters, YamlMapping given, SourceSpan span)
    {
        ILookup<string?, YamlEntry> beside = SortByChoice(owner, parameters, given);
        bool sound = !beside[null].Any();
        List<Argument> arguments = [];
        foreach (ParameterSchema parameter in parameters)
        {
            if (given[parameter.Name] is { } entry)
            {
                RecipeValue? value = values.Bind(parameter, entry.Value, [.. beside[parameter.Name]]);
                if (value is null) sound = false;
                else arguments.Add(new(parameter, value));
            }
            else if (parameter.Required)
            {
                sound = false;
                problems.Add(ProblemId.Missing, span,
                    $"'{owner}' needs '{parameter.Name}'. Add '{parameter.Name}: {Wording.Example(parameter, schemas)}' below it.");
            }
        }

        return sound ? arguments.ToEquatableArray() : null;
    }

    /// <summary>The keys that are not the owner's own, by the choice whose variant has them; by null where none has, which is reported.</summary>
    ILookup<string?, YamlEntry> SortByChoice(string owner, EquatableArray<ParameterSchema> parameters, YamlMapping given)
    {
        List<(string Choice, VariantSchema Variant)> chosen = [.. Chosen(parameters, given)];
        List<(string? Choice, YamlEntry Entry)> sorted = [];
        foreach (YamlEntry entry in given.Entries.Where(entry => !Has(parameters, entry.Key.Text)))
        {
            List<(string Choice, VariantSchema Variant)> homes = [.. chosen.Where(choice => Has(choice.Variant.Parameters, entry.Key.Text))];
            if (homes.Count == 1) sorted.Add((homes[0].Choice, entry));
            else if (homes.Count > 1) sorted.Add((null, ReportSeveralHomes(entry, homes)));
            // What a recipe below had beside another choice goes away with that choice.
            else if (!entry.IsInherited) sorted.Add((null, ReportUnknown(owner, parameters, entry)));
        }

        return sorted.ToLookup(pair => pair.Choice, pair => pair.Entry);
    }

    IEnumerable<(string Choice, VariantSchema Variant)> Chosen(EquatableArray<ParameterSchema> parameters, YamlMapping given) =>
        from parameter in parameters
        where parameter.Type is ParameterType.Choice
        let word = given[parameter.Name]?.Value as YamlScalar
        where word is not null
        let variant = schemas.Choice(((ParameterType.Choice)parameter.Type).TypeName).Variant(word.Text)
        where variant is not null
        select (parameter.Name, variant);

    YamlEntry ReportSeveralHomes(YamlEntry entry, IEnumerable<(string Choice, VariantSchema Variant)> homes)
    {
        (string choice, VariantSchema variant) = homes.First();
        string all = Wording.List(homes.Select(home => $"'{home.Choice}: {home.Variant.Name}'"));
        problems.Add(ProblemId.UnknownKey, entry.Key.Span, $"'{entry.Key.Text}' belongs to each of: {all}. "
            + $"Put it below the one you mean: '{choice}: {{ {variant.Name}: {{ {entry.Key.Text}: ... }} }}'.");
        return entry;
    }

    YamlEntry ReportUnknown(string owner, EquatableArray<ParameterSchema> parameters, YamlEntry entry)
    {
        string key = entry.Key.Text;
        // 'frames = 97' and 'frames:97' are keys to YAML.
        if (entry.Value is YamlScalar { IsNull: true } && key.Split(['=', ':'], 2) is [var name, var value] && Has(parameters, name.Trim()))
        {
            problems.Add(ProblemId.UnknownKey, entry.Key.Span, $"A colon and a space stand between a key and its value: '{name.Trim()}: {value.Trim()}'.");
            return entry;
        }

        if (entry.Value is YamlScalar { IsNull: true } && key.All(char.IsDigit))
        {
            problems.Add(ProblemId.UnknownKey, entry.Key.Span, $"A comma separates parameters. Numbers have a decimal point: 0.{key} and not 0,{key}.");
            return entry;
        }

        IEnumerable<string> names = parameters.Select(parameter => parameter.Name);
        string home = string.Concat(
            from parameter in parameters
            where parameter.Type is ParameterType.Choice
            from variant in schemas.Choice(((ParameterType.Choice)parameter.Type).TypeName).Variants
            where Has(variant.Parameters, key)
            select $" It belongs to '{parameter.Name}: {variant.Name}'.")
            + string.Concat(
                from parameter in parameters
                where parameter.Type is ParameterType.Choice choice && schemas.Choice(choice.TypeName).Variant(key) is not null
                select $" It is one of the ways of '{parameter.Name}': '{parameter.Name}: {{ {key}: {{ ... }} }}'.");
        problems.Add(ProblemId.UnknownKey, entry.Key.Span, $"'{owner}' has no parameter {Wording.Quote(key)}{entry.Origin}."
            + $"{(home.Length > 0 ? home : Spelling.Suggest(key, names))} Its parameters: {Wording.List(names)}.");
        return entry;
    }

    static bool Has(EquatableArray<ParameterSchema> parameters, string key) => parameters.Any(parameter => parameter.Name == key);
}
