namespace SpikeData.Training;

/// <summary>In which ways windows are varied by chance, each with an even chance.</summary>
/// <param name="FlipColumns">Left and right are exchanged.</param>
/// <param name="FlipRows">Top and bottom are exchanged.</param>
/// <param name="QuarterTurns">It is turned by no, one, two or three quarters.</param>
/// <param name="ReverseColors">Blue and red are exchanged.</param>
/// <param name="SwapTime">It is shown backwards in time.</param>
readonly record struct Augmentations(bool FlipColumns, bool FlipRows, bool QuarterTurns, bool ReverseColors, bool SwapTime)
{
    static readonly Orientation[] Turns = [Orientation.None, Orientation.RightTurn, Orientation.HalfTurn, Orientation.LeftTurn];

    /// <summary>One of them.</summary>
    public Augmentation Draw(Rng rng)
    {
        bool columns = rng.Toss() && FlipColumns, rows = rng.Toss() && FlipRows;
        Orientation turn = Turns[rng.Below(Turns.Length)];
        if (!QuarterTurns) turn = Orientation.None;
        turn = turn with { FlipsColumns = turn.FlipsColumns != columns, FlipsRows = turn.FlipsRows != rows };
        return new(turn, rng.Toss() && ReverseColors, rng.Toss() && SwapTime);
    }
}
