namespace SpikeData.Recipes;

/// <summary>Collects what is wrong, each thing once, and stops where nobody reads on.</summary>
sealed class ProblemList
{
    const int MostShown = 100;

    readonly HashSet<Problem> problems = [];

    public int Count => problems.Count;

    public void Add(string id, SourceSpan span, string message)
    {
        if (problems.Count < MostShown) problems.Add(new(id, message, span));
    }

    public EquatableArray<Problem> InFileOrder() =>
        problems.OrderBy(problem => problem.Span.Start).ThenBy(problem => problem.Id, StringComparer.Ordinal).ToEquatableArray();
}
