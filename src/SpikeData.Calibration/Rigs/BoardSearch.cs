namespace SpikeData.Calibration;

/// <summary>Which board is looked for in two cameras' files, and how.</summary>
/// <param name="Board">The board.</param>
public sealed record BoardSearch(Board Board)
{
    /// <summary>How corners are refined.</summary>
    public CornerWindow Window { get; init; }

    /// <summary>How recordings of spikes become pictures.</summary>
    public SpikeViewing Spikes { get; init; } = SpikeViewing.Default;

    /// <summary>Names of pairs to leave out.</summary>
    public IReadOnlyCollection<string> Without { get; init; } = [];
}
