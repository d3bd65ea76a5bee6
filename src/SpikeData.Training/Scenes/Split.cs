using SpikeData.Compute;
using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>Which exposures of a data set are learned from, and which are held out to measure with.</summary>
/// <param name="Train">Those to learn from.</param>
/// <param name="HeldOut">Those that no network sees while it learns.</param>
public sealed record Split(IReadOnlyList<Sample> Train, IReadOnlyList<Sample> HeldOut)
{
    const int Part = 4;

    /// <summary>
    /// By the splits of the data set, "train" and "test"; where it has none, the last quarter of the exposures is held out, at least one.
    /// </summary>
    /// <exception cref="SpikeDataException">SPIKE511: there are too few exposures to do so.</exception>
    public static Split Of(string dataset, IReadOnlyList<Sample> samples)
    {
        List<Sample> train = [.. samples.Where(sample => sample.Split == "train")], test = [.. samples.Where(sample => sample.Split == "test")];
        if (train.Count > 0 && test.Count > 0) return new(train, test);
        int heldOut = Math.Max(1, samples.Count / Part);
        if (samples.Count <= heldOut)
            throw new SpikeDataException("SPIKE511",
                $"The data set '{dataset}' has {Counted.Of(samples.Count, "sample")}; at least 2 are needed, one to learn from and one to measure with. "
                + "Take more frames, or name splits: 'from: \"data/{split}/{clip}/*.png\"' with folders train and test.");
        return new([.. samples.Take(samples.Count - heldOut)], [.. samples.Skip(samples.Count - heldOut)]);
    }
}
