using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>What says how close an image comes to the true one, as a column of a report. Its variants are the metrics there are.</summary>
public interface IMetric
{
    /// <summary>The heading of its column.</summary>
    string Title { get; }

    /// <summary>How its numbers are written.</summary>
    string Format => "0.000";

    /// <summary>Makes it ready to measure.</summary>
    /// <param name="directory">The folder that files in the recipe are relative to.</param>
    Meter Open(Device device, string directory);
}

/// <summary>A metric that is ready to measure.</summary>
/// <param name="measure">Compares an image with the true one.</param>
/// <param name="held">What goes away with it.</param>
public sealed class Meter(Meter.Comparer measure, params IReadOnlyList<IDisposable> held) : IDisposable
{
    /// <summary>Compares an image with the true one, each [N, C, H, W] from 0 to 1.</summary>
    /// <returns>Not a number where it says nothing of such images, as of gray ones.</returns>
    public delegate double Comparer(ReadOnlySpan<float> image, ReadOnlySpan<float> truth, Shape shape);

    /// <inheritdoc cref="Comparer"/>
    public double Measure(ReadOnlySpan<float> image, ReadOnlySpan<float> truth, Shape shape) => measure(image, truth, shape);

    public void Dispose()
    {
        foreach (IDisposable one in held) one.Dispose();
    }
}
