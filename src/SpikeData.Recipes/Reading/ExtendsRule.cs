namespace SpikeData.Recipes;

/// <summary>
/// <c>extends: demo</c> takes over the stages of another recipe of the file, in their order. A stage listed again overrides, parameter by
/// parameter, the one of the same name; the second of that name overrides the second. Nothing else is taken over.
/// </summary>
sealed class ExtendsRule(IReadOnlyList<DatasetDraft> drafts, ProblemList problems)
{
    readonly Dictionary<string, DatasetDraft> byName = drafts.ToDictionary(draft => draft.Name);
    readonly Dictionary<string, DatasetDraft> done = [];
    readonly HashSet<string> begun = [];

    public IEnumerable<DatasetDraft> Apply() => drafts.Select(Extended).ToList();

    DatasetDraft Extended(DatasetDraft draft)
    {
        if (draft.Extends is not { } name) return draft;
        if (done.TryGetValue(draft.Name, out DatasetDraft? known)) return known;
        begun.Add(draft.Name);
        DatasetDraft result = Below(draft, name) is { } below ? Over(draft, Extended(below)) : draft with { IsFaulty = true };
        return done[draft.Name] = result;
    }

    DatasetDraft? Below(DatasetDraft draft, YamlScalar name)
    {
        if (!byName.TryGetValue(name.Text, out DatasetDraft? below))
        {
            IEnumerable<string> names = byName.Keys.Where(other => other != draft.Name);
            problems.Add(ProblemId.BadExtends, name.Span,
                $"There is no recipe {Wording.Quote(name.Text)} to extend."
                + $"{Spelling.Suggest(name.Text, names)} Recipes: {Wording.List(names.Take(20))}.");
        }
        else if (begun.Contains(below.Name) && !done.ContainsKey(below.Name))
        {
            problems.Add(ProblemId.BadExtends, name.Span,
                $"{Wording.Quote(draft.Name)} extends itself by way of {Wording.Quote(name.Text)}. Write the stages of one of them in full.");
            below = null;
        }

        return below;
    }

    DatasetDraft Over(DatasetDraft draft, DatasetDraft below)
    {
        int before = problems.Count;
        List<Step> steps = [.. below.Steps];
        Dictionary<string, int> next = [];
        foreach (Step step in draft.Steps)
        {
            next.TryGetValue(step.Name.Text, out int from);
            int place = steps.FindIndex(from, other => other.Name.Text == step.Name.Text);
            if (place < 0) ReportNothingToOverride(step, below);
            else steps[place] = step.Over(steps[place]);
            next[step.Name.Text] = place < 0 ? from : place + 1;
        }

        return draft with { Steps = steps, IsFaulty = draft.IsFaulty || below.IsFaulty || problems.Count > before };
    }

    void ReportNothingToOverride(Step step, DatasetDraft below)
    {
        IEnumerable<string> names = below.Steps.Select(other => other.Name.Text);
        string wanted = Wording.Quote(step.Name.Text);
        problems.Add(ProblemId.BadExtends, step.Name.Span, (names.Contains(step.Name.Text)
            ? $"{Wording.Quote(below.Name)} has no further stage {wanted} to override."
            : $"{Wording.Quote(below.Name)} has no stage {wanted} to override.{Spelling.Suggest(step.Name.Text, names)}")
            + $" Its stages: {Wording.List(names)}.");
    }
}
