namespace SpikeData.Recipes;

/// <summary>
/// <c>matrix: { seed: [1, 2, 3] }</c> makes one data set per value, <c>demo-1</c>, <c>demo-2</c>, <c>demo-3</c>, and with several keys one per
/// combination. A key is a parameter of one of the stages, or <c>stage.parameter</c> where several have it.
/// </summary>
sealed class MatrixRule(StageSchemas schemas, ProblemList problems)
{
    public IEnumerable<DatasetDraft> Apply(IReadOnlyList<DatasetDraft> drafts)
    {
        int room = RecipeLimits.Datasets;
        foreach (DatasetDraft draft in drafts)
        {
            List<DatasetDraft> expanded = draft.Matrix is null ? [draft] : Expand(draft, draft.Matrix, room);
            room -= expanded.Count;
            foreach (DatasetDraft one in expanded) yield return one;
        }
    }

    List<DatasetDraft> Expand(DatasetDraft draft, YamlMapping matrix, int room)
    {
        MatrixAxisReader reader = new(draft, schemas, problems);
        List<MatrixAxis> axes = [.. matrix.Entries.Select(reader.Read).OfType<MatrixAxis>()];
        if (axes.Count < matrix.Entries.Count || axes.Count == 0)
        {
            if (axes.Count == matrix.Entries.Count)
                problems.Add(ProblemId.BadMatrix, matrix.Span,
                    "The matrix is empty. Name a parameter and its values, such as { seed: [1, 2, 3] }.");
            return [draft with { IsFaulty = true }];
        }

        if (axes.Aggregate(1.0, (product, axis) => product * axis.Values.Count) > room)
        {
            problems.Add(ProblemId.TooLarge, matrix.Span,
                $"The file stands for more than {RecipeLimits.Datasets} data sets. Take values out of the matrix.");
            return [draft with { IsFaulty = true }];
        }

        return axes.Aggregate(new List<DatasetDraft> { draft }, (some, axis) => [.. some.SelectMany(axis.Apply)]);
    }
}
