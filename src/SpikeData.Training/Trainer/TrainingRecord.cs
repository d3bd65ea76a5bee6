using System.Text.Json.Serialization;
using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>What is written beside finished weights.</summary>
/// <param name="Key">Everything they depend on: recipe, data, seed, earlier networks.</param>
/// <param name="Network">The network's name.</param>
/// <param name="Parameters">How many numbers were trained.</param>
/// <param name="Steps">Steps of the optimizer.</param>
/// <param name="Psnr">The peak signal-to-noise ratio on held-out exposures, in decibels; null where they have no sharp images.</param>
/// <param name="Seconds">How long it took, interruptions left out.</param>
/// <param name="Device">What it was computed on.</param>
sealed record TrainingRecord(string Key, string Network, int Parameters, int Steps, double? Psnr, double Seconds, string Device)
{
    /// <summary>What the key was made of; absent in records of older versions.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<KeyPart>? Parts { get; init; }
}
