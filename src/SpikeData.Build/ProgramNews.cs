namespace SpikeData.Build;

/// <summary>What the program says of a data set, in a line of its output that is meant for the build alone.</summary>
/// <param name="Dataset">The data set.</param>
/// <param name="Text">How far it is: <c>cockatoo, 42 %, 31 s left</c>. Once it is finished: the picture to open, or why there is none.</param>
/// <param name="IsFinished">Whether this is the last news of the data set.</param>
sealed record ProgramNews(string Dataset, string Text, bool IsFinished)
{
    const string Building = "@spikedata building ", Built = "@spikedata built ";

    /// <summary>Reads a line; null when it is not such news.</summary>
    internal static ProgramNews? Parse(string line)
    {
        bool isFinished = line.StartsWith(Built, StringComparison.Ordinal);
        if (!isFinished && !line.StartsWith(Building, StringComparison.Ordinal)) return null;
        string[] parts = line[(isFinished ? Built : Building).Length..].Split(": ", 2);
        return parts.Length == 2 ? new(parts[0], parts[1], isFinished) : null;
    }

    public override string ToString() => $"{(IsFinished ? Built : Building)}{Dataset}: {Text}";
}
