namespace SpikeData.Recipes;

/// <summary>The name of a data set or model becomes a folder and part of C# names, so it is one that every system and C# can bear.</summary>
/// <param name="kind">What is named: "data set".</param>
/// <param name="problems">Gets what is wrong.</param>
sealed class NameRule(string kind, ProblemList problems)
{
    const int Longest = 64;

    // Members that the generated classes have already.
    static readonly HashSet<string> Taken =
    [
        "all", "datasets", "models", "equals", "reference-equals", "finalize", "get-hash-code", "get-type", "memberwise-clone", "to-string",
    ];

    readonly Dictionary<string, (string Name, int Line)> seen = [];

    /// <summary>The same recipes; those with a name that cannot be are faulty.</summary>
    public static IEnumerable<DatasetDraft> Apply(IEnumerable<DatasetDraft> drafts, ProblemList problems)
    {
        NameRule rule = new("data set", problems);
        foreach (DatasetDraft draft in drafts) yield return rule.Allows(draft.Name, draft.Span) ? draft : draft with { IsFaulty = true };
    }

    /// <summary>Whether a name can be; what is wrong with it is reported.</summary>
    public bool Allows(string name, SourceSpan span)
    {
        string? fault = Fault(name, span.Line);
        if (fault is not null) problems.Add(ProblemId.BadName, span, fault);
        return fault is null;
    }

    string? Fault(string name, int line)
    {
        string quoted = Wording.Quote(name);
        if (!KebabCase.Is(name) || name.Length > Longest)
        {
            string near = KebabCase.FromText(name);
            string example = name.All(letter => letter < 128) && KebabCase.Is(near) && near.Length <= Longest && !Taken.Contains(near) ? $" Write '{near}'." : "";
            return $"A {kind} cannot be called {quoted}.{example} A name is lower-case letters, digits and single dashes, a letter first, "
                + $"{Longest} characters at most, such as 'gopro-half'.";
        }

        if (Taken.Contains(name) || DeviceNames.Contains(name))
            return $"A {kind} cannot be called {quoted}, which has a meaning of its own to file systems or to C#. Add a word to the name.";
        string pascal = KebabCase.ToPascal(name);
        if (seen.TryGetValue(pascal, out (string Name, int Line) first))
            return $"{quoted} would have the C# name {pascal}, as {Wording.Quote(first.Name)} in line {first.Line} has. Rename one of them.";
        seen.Add(pascal, (name, line));
        return null;
    }
}
