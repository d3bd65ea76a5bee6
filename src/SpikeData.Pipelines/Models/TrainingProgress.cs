using System.Globalization;

namespace SpikeData.Pipelines;

/// <summary>How far a course has come.</summary>
/// <param name="Course">The network that learns.</param>
/// <param name="Step">Steps made.</param>
/// <param name="Steps">Steps in all.</param>
/// <param name="Loss">The mean loss since the last report.</param>
/// <param name="Psnr">The peak signal-to-noise ratio on held-out exposures, in decibels; null where it was not measured.</param>
/// <param name="LearningRate">The learning rate of the last step.</param>
/// <param name="SamplesPerSecond">Parts of exposures per second.</param>
/// <param name="Remaining">How long the rest will take at this speed.</param>
public readonly record struct TrainingProgress(
    string Course, int Step, int Steps, double Loss, double? Psnr, double LearningRate, double SamplesPerSecond, TimeSpan Remaining)
{
    /// <summary>The same as a line for people.</summary>
    public override string ToString()
    {
        string quality = Psnr is { } decibels ? string.Create(CultureInfo.InvariantCulture, $"  {decibels:0.00} dB") : "";
        string left = Remaining.ToString(Remaining.TotalHours < 1 ? @"mm\:ss" : @"d\.hh\:mm", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{Course}: step {Step} of {Steps}  loss {Loss:G4}{quality}  {SamplesPerSecond:0.0} samples/s  {left} left");
    }
}
