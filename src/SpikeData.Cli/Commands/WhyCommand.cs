using System.CommandLine;
using SpikeData.Compute;
using SpikeData.Pipelines;

namespace SpikeData.Cli;

/// <summary><c>spikedata why NAME...</c>: says what makes data sets and models out of date.</summary>
static class WhyCommand
{
    internal static Command Create()
    {
        WorkspaceOptions options = new();
        Argument<string[]> names = new("name") { Description = "The data sets and models; all of the file unless given.", Arity = ArgumentArity.ZeroOrMore };
        names.CompleteNames(options.Recipes);
        JsonOption json = new();
        Command command = new(
            "why", "Says which parts of a data set's content key have changed since it was built, and what has changed since a model was trained.") { names, json };
        options.AddTo(command);
        command.SetAction((line, cancellation) => Task.Run(
            () =>
            {
                if (options.Recipes.Read(line) is not { } file) return ExitCode.Failure;
                using Device device = Device.Open("cpu");
                Workspace workspace = options.Workspace(line, file, device, cancellation);
                DatasetBuilder builder = new(workspace);
                IReadOnlyList<object> chosen = file.ChooseAny(line.GetValue(names)!);
                Reasons[] reasons = [.. chosen.Select(one => one is Pipeline pipeline ? Of(pipeline, builder, chosen.Count > 1) : Of((NamedModel)one, workspace))];
                if (!json.Print(line, () => new { reasons = reasons.Select(Report) }))
                    foreach (Reasons one in reasons) Write(line.InvocationConfiguration.Output, one);
                return ExitCode.Success;
            },
            CancellationToken.None));
        return command;
    }

    /// <param name="pipeline">The data set.</param>
    /// <param name="builder">Who compares.</param>
    /// <param name="hasOthers">Whether a data set that cannot be looked at must not keep others from being explained.</param>
    static Reasons Of(Pipeline pipeline, DatasetBuilder builder, bool hasOthers)
    {
        try
        {
            if (pipeline.Source.Apply(builder.Workspace).Count == 0) return new(pipeline.Name, "data-set", [], [$"there is nothing at {pipeline.Source.Pattern}"]);
            IReadOnlyList<KeyChange> changes = builder.Why(pipeline);
            return new(pipeline.Name, "data-set", changes, []) { Work = changes.Count == 0 ? [] : [.. ProductWork.InWords(builder.Foresee(pipeline))] };
        }
        catch (SpikeDataException problem) when (hasOthers)
        {
            return new(pipeline.Name, "data-set", [], [$"{problem.Id}: {problem.Message}"]);
        }
    }

    static Reasons Of(NamedModel model, Workspace workspace)
    {
        ModelStatus status = model.Model.Status(new(model.Name, workspace));
        KeyChange[] changes = [.. status.Networks.SelectMany(network => network.Condition switch
        {
            NetworkCondition.Missing => [new KeyChange("", network.Name, "", "not trained yet")],
            NetworkCondition.Partial => [new("", network.Name, "", "not trained to its end")],
            NetworkCondition.Stale when network.Changes.Count == 0 => [new("", network.Name, "", "what it would learn from is not there")],
            _ => network.Changes.Select(change => change with { Clip = network.Name }),
        })];
        return new(model.Name, "model", changes, status.Problems);
    }

    static void Write(TextWriter output, Reasons reasons)
    {
        string state = reasons.IsUpToDate ? "is up to date." : reasons.Changes.Count > 0 ? "is out of date:" : "cannot be made yet:";
        output.WriteLine($"{reasons.Name} {state}");
        foreach (string sentence in reasons.Changes.Select(change => change.Sentence).Concat(reasons.Work).Concat(reasons.Problems)) output.WriteLine("  " + sentence);
    }

    static object Report(Reasons reasons) => new
    {
        name = reasons.Name,
        kind = reasons.Kind,
        upToDate = reasons.IsUpToDate,
        changes = reasons.Changes.Select(StatusReport.Of),
        work = reasons.Work,
        problems = reasons.Problems,
    };

    /// <param name="Name">The data set or model.</param>
    /// <param name="Kind">Which of both it is.</param>
    /// <param name="Changes">What makes it out of date.</param>
    /// <param name="Problems">What keeps it from being made.</param>
    sealed record Reasons(string Name, string Kind, IReadOnlyList<KeyChange> Changes, IReadOnlyList<string> Problems)
    {
        /// <summary>What a build would make again, and what it would take over, a sentence each.</summary>
        public IReadOnlyList<string> Work { get; init; } = [];

        public bool IsUpToDate => Changes.Count == 0 && Problems.Count == 0;
    }
}
