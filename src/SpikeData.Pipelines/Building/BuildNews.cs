namespace SpikeData.Pipelines;

/// <summary>Tells the build that runs the program how far it is, in lines that the build keeps out of its log.</summary>
/// <param name="output">Where the build listens.</param>
/// <param name="clock">Measures what is left; of what goes on, a line comes once a second at most.</param>
sealed class BuildNews(TextWriter output, TimeProvider clock) : IProgress<BuildProgress>
{
    /// <summary>Begin such lines; SpikeData.Build reads them.</summary>
    internal const string Building = "@spikedata building ", Built = "@spikedata built ";

    static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    readonly Lock gate = new();
    BuildShare? current;
    long said;

    public void Report(BuildProgress value)
    {
        lock (gate)
        {
            if (current?.Dataset != value.Dataset) current = new(value.Dataset, clock);
            bool isNew = current.Take(value);
            if (!isNew && clock.GetElapsedTime(said) < Interval) return;
            said = clock.GetTimestamp();
            output.WriteLine($"{Building}{current.Dataset}: {current}");
        }
    }

    /// <summary>Says what became of a data set, where to look at it first.</summary>
    public void Finish(DatasetResult result)
    {
        lock (gate)
        {
            if (result.State == DatasetState.Failed) return;
            string picture = Path.Combine(result.Directory, Preview.FileName);
            string note = result.Note.Length == 0 ? "" : $" ({result.Note})";
            string place = File.Exists(picture) ? picture : result.Directory + Path.DirectorySeparatorChar;
            output.WriteLine($"{Built}{result.Name}: {(result.State == DatasetState.Skipped ? $"skipped: {result.Note}" : place + note)}");
        }
    }
}
