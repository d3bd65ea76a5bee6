using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>Fills the columns of a report: the scores of both protocols, and the metrics that were asked for beside them.</summary>
sealed class ReportMeter(Device device, IReadOnlyList<IMetric> metrics, string directory) : IDisposable
{
    readonly Comparison published = new(device, Protocol.SSdm), standard = new(device, Protocol.Standard);
    readonly Meter[] meters = [.. metrics.Select(metric => metric.Open(device, directory))];

    public MeasuredScores Measure(ReadOnlySpan<float> image, ReadOnlySpan<float> truth, Shape shape)
    {
        double[] further = new double[meters.Length];
        for (int i = 0; i < further.Length; i++) further[i] = meters[i].Measure(image, truth, shape);
        return new(published.Measure(image, truth, shape), standard.Measure(image, truth, shape), further);
    }

    public void Dispose()
    {
        foreach (Meter meter in meters) meter.Dispose();
        published.Dispose();
        standard.Dispose();
    }
}

/// <summary>How near an image comes to another.</summary>
/// <param name="SSdm">As the published evaluation measures, with its quirks.</param>
/// <param name="Standard">As is usual.</param>
/// <param name="Further">By the metrics that were asked for beside these.</param>
readonly record struct MeasuredScores(Scores SSdm, Scores Standard, double[] Further);
