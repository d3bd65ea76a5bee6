using SpikeData.Compute;
using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>Exposures to learn from or to measure with, read when they are asked for and kept in memory as far as it reaches.</summary>
public sealed class SceneSet
{
    const long Memory = 2L << 30;

    readonly Func<int, Scene> read;
    readonly Scene?[] scenes;
    long kept;

    /// <summary>Exposures of a data set.</summary>
    public SceneSet(IReadOnlyList<Sample> samples)
    {
        (read, scenes) = (index => Scene.Read(samples[index]), new Scene?[samples.Count]);
        Names = [.. samples.Select(sample => $"{sample}")];
    }

    /// <summary>Exposures that are in memory.</summary>
    public SceneSet(IReadOnlyList<Scene> scenes)
    {
        (read, this.scenes) = (index => scenes[index], [.. scenes]);
        Names = [.. scenes.Select(scene => scene.Name)];
    }

    public int Count => scenes.Length;

    /// <summary>What each is called.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>How many times higher and wider the pictures are than the spikes.</summary>
    public int Scale => this[0].Scale;

    /// <exception cref="SpikeDataException">SPIKE510: an exposure has spikes of another scale than the first one.</exception>
    public Scene this[int index]
    {
        get
        {
            Scene scene = scenes[index] ?? Keep(index, read(index));
            if (index > 0 && scene.Scale != Scale)
                throw new SpikeDataException("SPIKE510", $"{scene.Name}: the picture is {scene.Scale} times as wide as the spikes, and {Scale} times in {Names[0]}. "
                    + "A network learns from one scale only.");
            return scene;
        }
    }

    Scene Keep(int index, Scene scene)
    {
        if (kept + scene.Size > Memory) return scene;
        kept += scene.Size;
        return scenes[index] = scene;
    }
}
