namespace SpikeData.Pipelines;

/// <summary>What there is of one network of a model.</summary>
/// <param name="Name">The network's name.</param>
/// <param name="Condition">How its weights stand to its recipe and its data.</param>
public sealed record NetworkStatus(string Name, NetworkCondition Condition)
{
    /// <summary>Steps made, of finished weights or of an interrupted training.</summary>
    public int Step { get; init; }

    /// <summary>Steps in all; 0 where no training has begun.</summary>
    public int Steps { get; init; }

    /// <summary>The peak signal-to-noise ratio on held-out exposures, in decibels; null where it was not measured.</summary>
    public double? Psnr { get; init; }

    /// <summary>Why it is out of date: what its weights depend on and that changed.</summary>
    public IReadOnlyList<KeyChange> Changes { get; init; } = [];
}
