namespace SpikeData.Recipes;

/// <summary>Collects what is wrong, each thing once, and stops where nobody reads on.</summary>
sealed class ProblemList
{
    const int MostShown = 100;

    readonly HashSet<Problem> problems = [];

    /// <summary>How often something was reported, what is not shown included.</summary>
    public int Count { get; private set; }

    public void Add(string id, SourceSpan span, string message)
    {
        Count++;
        // An alias that leads nowhere stands for nothing, and has been reported as what it is.
        bool isLost = problems.Any(problem => problem.Id == ProblemId.BadReference && problem.Span == span);
        if (problems.Count < MostShown && !isLost) problems.Add(new(id, message, span));
    }

    /// <summary>What is shown, in the order of the file, no place beyond its end.</summary>
    public EquatableArray<Problem> InFileOrder(int length) => problems
        .Select(problem => problem with { Span = problem.Span.Within(length) })
        .OrderBy(problem => problem.Span.Start).ThenBy(problem => problem.Id, StringComparer.Ordinal).ToEquatableArray();
}
