namespace SpikeData.Training;

/// <summary>Parts of samples that a step looks at.</summary>
public sealed class SampleBatch
{
    readonly SceneView[] views;

    internal SampleBatch(Tape tape, SceneView[] views, int timestep) => (Tape, this.views, Timestep) = (tape, views, timestep);

    /// <summary>What tensors are put on.</summary>
    public Tape Tape { get; }

    /// <summary>Which of the timesteps of the run it is.</summary>
    public int Timestep { get; }

    /// <summary>The parts, each at the middle of its exposure until <see cref="At"/> is asked.</summary>
    public ReadOnlySpan<SceneView> Views => views;

    /// <summary>The same parts at one of so many timesteps spread over the exposure.</summary>
    public ReadOnlySpan<SceneView> At(int timestep, int count)
    {
        for (int i = 0; i < views.Length; i++) views[i] = views[i] with { Tick = views[i].Scene.TickOf(timestep, count) };
        return views;
    }
}
