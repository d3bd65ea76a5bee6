using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>An item of a model's <c>footage</c>: moving pictures whose middle frames are learned or measured.</summary>
public interface IFootage
{
    /// <summary>The files it shows.</summary>
    /// <exception cref="SpikeData.Compute.SpikeDataException">SPIKE401: nothing is there.</exception>
    internal IReadOnlyList<ClipSource> Find(Workspace workspace);

    /// <summary>Opens what was found.</summary>
    /// <param name="rule">What a window is.</param>
    /// <exception cref="SpikeData.Compute.SpikeDataException">SPIKE518: it cannot be learned from.</exception>
    internal Footage Open(IReadOnlyList<ClipSource> found, Workspace workspace, WindowRule rule);
}
