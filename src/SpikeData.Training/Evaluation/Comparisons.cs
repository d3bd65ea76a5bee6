using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>An image and the truth, compared by both protocols of a report.</summary>
sealed class Comparisons(Device device) : IDisposable
{
    readonly Comparison published = new(device, Protocol.SSdm), standard = new(device, Protocol.Standard);

    public ProtocolScores Measure(ReadOnlySpan<float> image, ReadOnlySpan<float> truth, Shape shape) =>
        new(published.Measure(image, truth, shape), standard.Measure(image, truth, shape));

    public void Dispose()
    {
        published.Dispose();
        standard.Dispose();
    }
}
