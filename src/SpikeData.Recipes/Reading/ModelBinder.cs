namespace SpikeData.Recipes;

/// <summary>Binds the entries of <c>models</c>, each a mapping of the parameters of a kind of model.</summary>
/// <remarks>The key 'kind' names it; an entry without it is of the kind that knows most of its keys, if there is one.</remarks>
sealed class ModelBinder(StageSchemas schemas, ProblemList problems, IReadOnlyCollection<string> datasets)
{
    const string Kind = "kind";

    readonly ArgumentBinder arguments = new(schemas, problems, datasets);
    readonly ChoiceSchema kinds = schemas.Choice(ContractNames.Model);

    /// <summary>The models without fault.</summary>
    public List<ModelRecipe> Bind(YamlNode? root)
    {
        if ((root as YamlMapping)?["models"] is not { } section) return [];
        if (section.Value is YamlMapping models) return Bind(models);
        problems.Add(ProblemId.WrongShape, section.Value.Span, $"'models' holds models by name, such as 'ssdm:', and this is {section.Value.Kind}.");
        return [];
    }

    List<ModelRecipe> Bind(YamlMapping models)
    {
        List<ModelRecipe> bound = [];
        NameRule names = new("model", problems);
        try
        {
            foreach (YamlEntry entry in models.Entries)
            {
                bool isAllowed = names.Allows(entry.Key.Text, entry.Key.Span);
                if (Bind(entry) is { } kind && isAllowed) bound.Add(new(entry.Key.Text, kind));
            }
        }
        catch (TooLargeException limit)
        {
            problems.Add(ProblemId.TooLarge, limit.Span, limit.Message);
        }

        return bound;
    }

    RecipeValue.Choice? Bind(YamlEntry entry)
    {
        if (entry.Value is not YamlMapping parts)
        {
            problems.Add(ProblemId.WrongShape, entry.Value.Span,
                $"{Wording.Quote(entry.Key.Text)} takes parameters by name, such as 'dataset: demo', and this is {entry.Value.Kind}.");
            return null;
        }

        if (KindOf(entry.Key, parts) is not { } kind) return null;
        YamlMapping own = new([.. parts.Entries.Where(part => part.Key.Text != Kind)], parts.Span);
        return arguments.Bind(entry.Key.Text, kind.Parameters, own, entry.Key.Span) is { } values ? new(kind, values) : null;
    }

    VariantSchema? KindOf(YamlScalar name, YamlMapping parts)
    {
        YamlScalar? word = parts[Kind]?.Value as YamlScalar;
        if (word is null && LikelyKind(parts) is { } likely) return likely;
        if (word is not null && kinds.Variant(word.Text) is { } kind) return kind;
        IEnumerable<string> known = kinds.Variants.Select(variant => variant.Name);
        if (word is null)
            problems.Add(ProblemId.Missing, name.Span, $"{Wording.Quote(name.Text)} needs '{Kind}', one of: {Wording.List(known)}.");
        else
            problems.Add(ProblemId.UnknownWord, word.Span,
                $"'{Kind}' cannot be {Wording.Quote(word.Text)}.{Spelling.Suggest(word.Text, known)} It is one of: {Wording.List(known)}.");
        return null;
    }

    VariantSchema? LikelyKind(YamlMapping parts)
    {
        ILookup<int, VariantSchema> byKnown = kinds.Variants.ToLookup(kind => parts.Entries.Count(part => kind.Parameters.Any(parameter => parameter.Name == part.Key.Text)));
        VariantSchema[] best = byKnown.Count == 0 ? [] : [.. byKnown[byKnown.Max(group => group.Key)]];
        return best is [var only] ? only : null;
    }
}
