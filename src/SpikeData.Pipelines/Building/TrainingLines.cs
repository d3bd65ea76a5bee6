namespace SpikeData.Pipelines;

/// <summary>Writes a line for each report of a training, for builds and logs, and news for the build that runs the program.</summary>
/// <param name="output">Where the lines go.</param>
/// <param name="model">The model, for a build that wants news of it; null for none.</param>
sealed class TrainingLines(TextWriter output, string? model) : IProgress<TrainingProgress>
{
    /// <summary>Says a sentence of its own.</summary>
    public void Say(string line)
    {
        output.WriteLine(line);
        Tell(line.StartsWith($"{model}: ", StringComparison.Ordinal) ? line[(model!.Length + 2)..] : line);
    }

    public void Report(TrainingProgress value)
    {
        output.WriteLine($"{value}");
        long percent = 100L * value.Step / value.Steps;
        Tell($"{value.Course}, step {value.Step} of {value.Steps}, {percent} %, {BuildShare.Left(value.Remaining)}");
    }

    /// <summary>Says where to look at the result first: at its curves, or into its folder.</summary>
    public void Finish(ModelStatus status)
    {
        string? curves = status.Networks.Select(network => Path.Combine(status.Directory, $"{network.Name}.png")).LastOrDefault(File.Exists);
        if (model is not null) output.WriteLine($"{BuildNews.Built}{model}: {curves ?? status.Directory + Path.DirectorySeparatorChar}");
    }

    void Tell(string text)
    {
        if (model is not null) output.WriteLine($"{BuildNews.Building}{model}: {text}");
    }
}
