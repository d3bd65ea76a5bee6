namespace SpikeData.Recipes;

/// <summary>A data set's name becomes a folder and part of C# names, so it is one that every system and C# can bear.</summary>
static class NameRule
{
    const int Longest = 64;

    // Devices that Windows finds in every folder, and members that the generated class Datasets has already.
    static readonly HashSet<string> Taken =
    [
        "con", "prn", "aux", "nul", .. Enumerable.Range(1, 9).SelectMany(port => new[] { $"com{port}", $"lpt{port}" }),
        "all", "datasets", "equals", "reference-equals", "finalize", "get-hash-code", "get-type", "memberwise-clone", "to-string",
    ];

    /// <summary>The same recipes; those with a name that cannot be are faulty.</summary>
    public static IEnumerable<DatasetDraft> Apply(IEnumerable<DatasetDraft> drafts, ProblemList problems)
    {
        Dictionary<string, DatasetDraft> seen = [];
        foreach (DatasetDraft draft in drafts)
        {
            string? fault = Fault(draft, seen);
            if (fault is not null) problems.Add(ProblemId.BadName, draft.Span, fault);
            yield return fault is null ? draft : draft with { IsFaulty = true };
        }
    }

    static string? Fault(DatasetDraft draft, Dictionary<string, DatasetDraft> seen)
    {
        string quoted = Wording.Quote(draft.Name);
        if (!KebabCase.Is(draft.Name) || draft.Name.Length > Longest)
        {
            return $"A data set cannot be called {quoted}. A name is lower-case letters, digits and single dashes, a letter first, "
                + $"{Longest} characters at most, such as 'gopro-half'.";
        }

        if (Taken.Contains(draft.Name))
            return $"A data set cannot be called {quoted}, which has a meaning of its own to file systems or to C#. Add a word to the name.";
        string pascal = KebabCase.ToPascal(draft.Name);
        if (seen.TryGetValue(pascal, out DatasetDraft? first))
            return $"{quoted} would have the C# name {pascal}, as {Wording.Quote(first.Name)} in line {first.Span.Line} has. Rename one of them.";
        seen.Add(pascal, draft);
        return null;
    }
}
