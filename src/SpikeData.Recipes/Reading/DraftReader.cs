namespace SpikeData.Recipes;

/// <summary>Sorts a file into recipes and their parts; the shape is checked here, the words are not.</summary>
sealed class DraftReader(StageSchemas schemas, ProblemList problems)
{
    static readonly string[] RecipeKeys = ["description", "extends", "matrix", "stages"];

    public IEnumerable<DatasetDraft> Read(YamlNode root)
    {
        if (root is not YamlMapping file)
        {
            problems.Add(ProblemId.WrongShape, root.Span, $"A recipe file is a mapping that begins with 'datasets:', and this is {root.Kind}.");
            return [];
        }

        List<YamlEntry> unknown = [.. file.Entries.Where(entry => !IsKnown(entry.Key.Text))];
        foreach (YamlEntry entry in unknown)
        {
            bool isRecipe = entry.Value is YamlSequence or YamlMapping { Entries: [{ Key.Text: "stages" or "extends" or "description" }, ..] };
            string meant = isRecipe && file["datasets"] is null
                ? $" Put 'datasets:' in a line above it, and indent what follows."
                : Spelling.Suggest(entry.Key.Text, ["datasets", "models"]);
            problems.Add(ProblemId.UnknownKey, entry.Key.Span, $"A recipe file has no key {Wording.Quote(entry.Key.Text)}.{meant} "
                + "Its keys are 'datasets' and 'models'; keys that begin with 'x-' may hold what aliases refer to.");
        }

        if (file["datasets"] is not { } datasets)
        {
            if (unknown.Count == 0 && file["models"] is null)
                problems.Add(ProblemId.WrongShape, file.Span,
                    "The file has no key 'datasets'. Put the recipes below one: 'datasets:', then each name.");
            return [];
        }

        if (datasets.Value is YamlMapping recipes)
        {
            if (recipes.Entries.Count > RecipeLimits.Datasets)
                problems.Add(ProblemId.TooLarge, recipes.Entries[RecipeLimits.Datasets].Key.Span,
                    $"A recipe file has at most {RecipeLimits.Datasets} recipes. Split it.");
            return recipes.Entries.Take(RecipeLimits.Datasets).Select(Draft).ToList();
        }

        problems.Add(ProblemId.WrongShape, datasets.Value.Span,
            $"'datasets' holds recipes by name, such as 'demo:', and this is {datasets.Value.Kind}.");
        return [];
    }

    static bool IsKnown(string key) => key is "datasets" or "models" || key.StartsWith("x-", StringComparison.Ordinal);

    DatasetDraft Draft(YamlEntry entry)
    {
        int before = problems.Count;
        DatasetDraft draft = entry.Value switch
        {
            YamlSequence list => new(entry.Key.Text, entry.Key.Span, Steps(list)),
            YamlMapping parts => Parts(entry.Key, parts),
            _ => Faulty(entry),
        };
        return draft with { IsFaulty = problems.Count > before };
    }

    DatasetDraft Faulty(YamlEntry entry)
    {
        problems.Add(ProblemId.WrongShape, entry.Value.Span,
            $"{Wording.Quote(entry.Key.Text)} is a list of stages, or a mapping with 'stages:', and this is {entry.Value.Kind}.");
        return new(entry.Key.Text, entry.Key.Span, []);
    }

    DatasetDraft Parts(YamlScalar name, YamlMapping parts)
    {
        foreach (YamlEntry entry in parts.Entries.Where(entry => !RecipeKeys.Contains(entry.Key.Text)))
        {
            problems.Add(ProblemId.UnknownKey, entry.Key.Span, $"A recipe has no key {Wording.Quote(entry.Key.Text)}{entry.Origin}."
                + $"{Spelling.Suggest(entry.Key.Text, RecipeKeys)} Its keys: {Wording.List(RecipeKeys)}; stages stand below 'stages'.");
        }

        if (parts["stages"] is null && parts["extends"] is null)
            problems.Add(ProblemId.WrongShape, name.Span,
                $"{Wording.Quote(name.Text)} has no stages. List them below 'stages:', or name a recipe to extend.");
        return new(name.Text, name.Span, parts["stages"] is { } stages ? Steps(Expect<YamlSequence>(stages, "a list of stages")) : [])
        {
            Description = (parts["description"] is { } text ? Expect<YamlScalar>(text, "a text") : null)?.Text ?? "",
            Extends = parts["extends"] is { } extends ? Expect<YamlScalar>(extends, "the name of another recipe") : null,
            Matrix = parts["matrix"] is { } matrix ? Expect<YamlMapping>(matrix, "parameters with their values, such as { seed: [1, 2, 3] }") : null,
        };
    }

    T? Expect<T>(YamlEntry entry, string expected)
        where T : YamlNode
    {
        if (entry.Value is T value && value is not YamlScalar { IsNull: true }) return value;
        problems.Add(ProblemId.WrongShape, entry.Value.Span, $"'{entry.Key.Text}' takes {expected}, and this is {entry.Value.Kind}.");
        return null;
    }

    List<Step> Steps(YamlSequence? list)
    {
        IReadOnlyList<YamlNode> items = list?.Items ?? [];
        if (items.Count > RecipeLimits.Stages)
            problems.Add(ProblemId.TooLarge, items[RecipeLimits.Stages].Span, $"A recipe has at most {RecipeLimits.Stages} stages.");
        return [.. items.Take(RecipeLimits.Stages).Select(new StepReader(schemas, problems).Read).OfType<Step>()];
    }
}
