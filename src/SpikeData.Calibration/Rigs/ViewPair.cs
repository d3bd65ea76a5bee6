namespace SpikeData.Calibration;

/// <summary>What the two cameras saw of the board at one time; null where a camera took no picture.</summary>
/// <param name="Name">What the two pictures have in common, such as "02".</param>
public sealed record ViewPair(string Name, BoardView? Left, BoardView? Right)
{
    /// <summary>Whether both cameras found the board.</summary>
    public bool IsSeenByBoth => Left?.Marks is not null && Right?.Marks is not null;
}
