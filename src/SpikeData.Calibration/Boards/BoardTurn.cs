namespace SpikeData.Calibration;

/// <summary>A turn of a board after which its marks lie where marks lay before: a search for marks may take one for the other.</summary>
/// <remarks>
/// Colors tell some of these turns apart (those of a checkerboard whose corners are odd one way and even the other), but no search promises to
/// mind them; two cameras that do not agree tell all of them.
/// </remarks>
/// <param name="QuarterTurns">How often it turns by 90 degrees, from 0 to 3.</param>
/// <param name="Places">For each of <see cref="Board.Points"/>, on which of them it comes to lie.</param>
sealed record BoardTurn(int QuarterTurns, IReadOnlyList<int> Places)
{
    /// <summary>The turn as a motion in the board's frame.</summary>
    public required Pose Motion { get; init; }

    /// <summary>All turns of a board onto itself; the first is none at all.</summary>
    public static IReadOnlyList<BoardTurn> Of(Board board)
    {
        Point3[] points = [.. board.Points];
        Point3 middle = new(points.Max(point => point.X) / 2, points.Max(point => point.Y) / 2, 0);
        Dictionary<(long, long), int> marks = points.Index().ToDictionary(mark => Key(mark.Item), mark => mark.Index);
        return [.. Enumerable.Range(0, 4).Select(Turn).OfType<BoardTurn>()];

        BoardTurn? Turn(int quarters)
        {
            Matrix3 rotation = Matrix3.QuarterTurns(quarters);
            Pose motion = new(rotation, middle - rotation * middle);
            int[] places = [.. points.Select(point => marks.GetValueOrDefault(Key(motion.Apply(point)), -1))];
            return places.Contains(-1) ? null : new(quarters, places) { Motion = motion };
        }

        (long, long) Key(Point3 point) => ((long)Math.Round(4 * point.X / board.Spacing), (long)Math.Round(4 * point.Y / board.Spacing));
    }

    /// <summary>A view of the board with its marks numbered as they are after the turn.</summary>
    public SolvedView Apply(SolvedView view)
    {
        Point2[] marks = new Point2[Places.Count];
        for (int mark = 0; mark < marks.Length; mark++) marks[Places[mark]] = view.View.Marks![mark];
        return view with { View = view.View with { Marks = marks }, Board = Motion.Invert().Then(view.Board) };
    }
}
