using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>What a course begins with.</summary>
/// <param name="Device">What it computes on.</param>
/// <param name="Scenes">The exposures to learn from.</param>
/// <param name="Seed">What chance depends on.</param>
/// <param name="Teachers">The networks that courses before it have trained, by name.</param>
/// <param name="Directory">The folder that files in the recipe are relative to.</param>
sealed record CourseContext(Device Device, SceneSet Scenes, long Seed, IReadOnlyDictionary<string, Network> Teachers, string Directory)
{
    /// <summary>The exposures that are held out to measure with.</summary>
    public SceneSet HeldOut { get; init; } = new(Array.Empty<Scene>());

    /// <exception cref="SpikeDataException">SPIKE512: no course before trains such a network.</exception>
    public T Trained<T>(string name, string course)
        where T : Network => Teachers.GetValueOrDefault(name) as T
        ?? throw new SpikeDataException("SPIKE512", $"'{course}' learns from what '{name}' has learned. Put '- {name}' before it in the list of the model.");
}
