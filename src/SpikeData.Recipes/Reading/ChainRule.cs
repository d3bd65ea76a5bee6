namespace SpikeData.Recipes;

/// <summary>
/// Connects the stages of a recipe: each takes the nearest earlier output of its input type, or every earlier one. A recipe begins with a
/// source and ends with samples, and nothing that a stage gives is left lying.
/// </summary>
sealed class ChainRule(StageSchemas schemas, ProblemList problems)
{
    /// <summary>The stages that each stage takes its input from; null when the chain breaks, which is reported.</summary>
    public EquatableArray<int>[]? Connect(IReadOnlyList<Step> steps, IReadOnlyList<StageSchema> stages)
    {
        int before = problems.Count;
        if (!stages[0].IsSource)
            Report(steps[0], $"A recipe begins with a source, which finds the clips. Put one first: {Names(stage => stage.IsSource)}.");

        EquatableArray<int>[] inputs = [.. stages.Select((stage, place) => InputsOf(stage, place, stages).ToEquatableArray())];
        for (int place = 1; place < stages.Count; place++)
        {
            if (stages[place].IsSource)
                Report(steps[place],
                    $"'{stages[place].Name}' is a source and begins a recipe; it cannot stand here. Take it away.");
            else if (inputs[place].Count == 0) ReportNoInput(steps[place], stages[place], stages[place - 1]);
        }

        if (problems.Count == before) CheckOutputs(steps, stages, inputs);
        return problems.Count == before ? inputs : null;
    }

    static IEnumerable<int> InputsOf(StageSchema stage, int place, IReadOnlyList<StageSchema> stages)
    {
        if (stage.IsSource) return [];
        List<int> fitting = [.. Enumerable.Range(0, place).Where(earlier => stage.Input.Accepts(stages[earlier].Output))];
        return stage.Input.TakesEvery ? fitting : fitting.Skip(fitting.Count - 1);
    }

    void CheckOutputs(IReadOnlyList<Step> steps, IReadOnlyList<StageSchema> stages, EquatableArray<int>[] inputs)
    {
        int last = stages.Count - 1;
        if (!GivesSamples(stages[last]))
        {
            // What the missing stage would have taken is left lying for that reason alone.
            Report(steps[last],
                $"'{stages[last].Name}' is the last stage and gives {Output(stages[last])}, but a data set is made of samples. "
                + $"End with one of: {Names(GivesSamples)}.");
            return;
        }

        HashSet<int> taken = [.. inputs.SelectMany(input => input)];
        foreach (int place in Enumerable.Range(0, last).Where(place => !taken.Contains(place)))
            Report(steps[place],
                $"No later stage takes what '{stages[place].Name}' gives ({Output(stages[place])}). "
                + $"Take it away, or put after it one of: {Accepting(stages[place])}.");
    }

    void ReportNoInput(Step step, StageSchema stage, StageSchema previous) => Report(step,
        $"'{stage.Name}' takes {Wording.TypeName(stage.Input.TypeName)}, and no stage before it gives that. "
        + $"Put one before it that does: {Names(other => stage.Input.Accepts(other.Output))}. "
        + $"Stages that accept what '{previous.Name}' gives ({Output(previous)}): {Accepting(previous)}.");

    void Report(Step step, string message) => problems.Add(ProblemId.BrokenChain, step.Name.Span, message);

    string Accepting(StageSchema giver) => Names(stage => !stage.IsSource && stage.Input.Accepts(giver.Output));

    string Names(Func<StageSchema, bool> fits) => Wording.List(schemas.Stages.Where(fits).Select(stage => stage.Name));

    static bool GivesSamples(StageSchema stage) => stage.Output.AssignableTo.Contains(ContractNames.Samples);

    static string Output(StageSchema stage) => Wording.TypeName(stage.Output.TypeName);
}
