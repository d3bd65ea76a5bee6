namespace SpikeData.Pipelines;

/// <summary>Writes a line for each report of a training, for builds and logs.</summary>
sealed class ProgressLines(TextWriter output) : IProgress<TrainingProgress>
{
    public void Report(TrainingProgress value) => output.WriteLine($"{value}");
}
