namespace SpikeData.Calibration;

/// <summary>How the board is turned in the right camera's views against the left camera's, and how clearly that was found.</summary>
/// <param name="Pose">About how the cameras stand to each other.</param>
/// <param name="QuarterTurns">By how many times 90 degrees the marks of each pair's right view were renumbered.</param>
/// <param name="Right">The right views with their marks numbered as in the left ones.</param>
/// <param name="Misses">How far the corners of the board are from where this pose sees them in the right camera, pair by pair, in pixels.</param>
/// <param name="RivalMiss">The mean of the same for the best other way to turn the boards; infinite where there is none.</param>
sealed record TurnFinding(Pose Pose, IReadOnlyList<int> QuarterTurns, IReadOnlyList<SolvedView> Right, IReadOnlyList<double> Misses, double RivalMiss)
{
    const double Clearly = 4, OddOut = 10;

    public double Miss => Misses.Average();

    /// <summary>Whether no other way to turn the boards comes near.</summary>
    public bool IsClear => RivalMiss > Clearly * Miss;

    /// <summary>Pairs that contradict the others, where most of them agree.</summary>
    public IEnumerable<int> Odd
    {
        get
        {
            double usual = Misses.Order().ElementAt(Misses.Count / 2);
            return Misses.Index().Where(pair => pair.Item > OddOut * usual).Select(pair => pair.Index);
        }
    }
}
