namespace SpikeData.Recipes;

/// <summary>Binds recipes to the stages there are: names, parameters, order.</summary>
sealed class RecipeBinder(StageSchemas schemas, ProblemList problems)
{
    readonly ArgumentBinder arguments = new(schemas, problems);
    readonly ChainRule chain = new(schemas, problems);

    /// <summary>The recipes without fault, and where they stand.</summary>
    public List<(Recipe Recipe, RecipeMarks Marks)> Bind(IEnumerable<DatasetDraft> drafts)
    {
        List<(Recipe, RecipeMarks)> bound = [];
        try
        {
            foreach (DatasetDraft draft in drafts)
            {
                if (Bind(draft) is { } recipe)
                    bound.Add((recipe, new(draft.Span, draft.Steps.Select(step => step.Name.Span).ToEquatableArray())));
            }
        }
        catch (TooLargeException limit)
        {
            problems.Add(ProblemId.TooLarge, limit.Span, limit.Message);
        }

        return bound;
    }

    Recipe? Bind(DatasetDraft draft)
    {
        List<StageSchema?> stages = [.. draft.Steps.Select(StageOf)];
        List<EquatableArray<Argument>?> values = [.. draft.Steps.Zip(stages, (step, stage) => stage is null ? null : Arguments(step, stage))];
        if (stages.Contains(null)) return null;
        if (draft.Steps.Count == 0)
        {
            if (!draft.IsFaulty)
                problems.Add(ProblemId.WrongShape, draft.Span,
                    $"{Wording.Quote(draft.Name)} has no stages. List them below it, a source such as 'decode' first.");
            return null;
        }

        // A stage that could not be read leaves a gap, which is not to be reported as a second fault.
        EquatableArray<int>[]? inputs = draft.IsFaulty ? null : chain.Connect(draft.Steps, stages!);
        if (inputs is null || values.Contains(null)) return null;
        IEnumerable<RecipeStage> connected = stages.Select((stage, i) => new RecipeStage(stage!, values[i]!.Value, inputs[i]));
        return new(draft.Name, draft.Description, connected.ToEquatableArray());
    }

    EquatableArray<Argument>? Arguments(Step step, StageSchema stage) =>
        arguments.Bind(stage.Name, stage.Parameters, step.Parameters ?? new([], step.Name.Span), step.Name.Span);

    StageSchema? StageOf(Step step)
    {
        StageSchema? stage = schemas.Stage(step.Name.Text);
        if (stage is null)
        {
            IEnumerable<string> names = schemas.Stages.Select(known => known.Name);
            problems.Add(ProblemId.UnknownStage, step.Name.Span, $"Stage {Wording.Quote(step.Name.Text)} does not exist."
                + $"{Spelling.Suggest(step.Name.Text, names)} Stages: {Wording.List(names)}.");
        }

        return stage;
    }
}
