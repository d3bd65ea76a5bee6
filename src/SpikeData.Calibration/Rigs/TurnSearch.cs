namespace SpikeData.Calibration;

/// <summary>Finds how the board is turned in each view of the right camera, so that one pose of the cameras explains all pairs.</summary>
/// <remarks>
/// Each pair and each turn of the board give one pose. Under a pose, each other pair takes the turn that comes nearest to what was seen, and
/// the pose whose pairs come nearest wins. A wrong turn moves with the board, so that views of a tilted board cannot agree on it.
/// </remarks>
sealed class TurnSearch
{
    readonly Board board;
    readonly SolvedView[] left;
    readonly IReadOnlyList<BoardTurn> turns;
    readonly SolvedView[][] right;
    readonly Camera camera;
    readonly int[] corners;

    /// <param name="left">The left camera's views.</param>
    /// <param name="right">The right camera's views of the same moments.</param>
    /// <param name="camera">The right camera.</param>
    public TurnSearch(Board board, SolvedView[] left, SolvedView[] right, Camera camera)
    {
        (this.board, this.left, this.camera, turns) = (board, left, camera, BoardTurn.Of(board));
        this.right = [.. right.Select(view => turns.Select(turn => turn.Apply(view)).ToArray())];
        corners = [0, board.Columns - 1, board.Columns * (board.Rows - 1), board.Columns * board.Rows - 1];
    }

    public TurnFinding Find()
    {
        Guess[] guesses = [.. from pair in Enumerable.Range(0, left.Length) from turn in Enumerable.Range(0, turns.Count) select Try(PoseOf(pair, turn))];
        Guess best = guesses.MinBy(guess => guess.Miss)!;
        double rival = guesses.Where(guess => !guess.Turns.SequenceEqual(best.Turns)).Select(guess => guess.Miss).DefaultIfEmpty(double.PositiveInfinity).Min();
        return new(best.Pose, [.. best.Turns.Select(turn => turns[turn].QuarterTurns)], [.. best.Turns.Select((turn, pair) => right[pair][turn])], best.Misses, rival);
    }

    Pose PoseOf(int pair, int turn) => left[pair].Board.Invert().Then(right[pair][turn].Board);

    Guess Try(Pose pose)
    {
        int[] nearest = new int[left.Length];
        double[] misses = new double[left.Length];
        for (int pair = 0; pair < left.Length; pair++)
        {
            Point2[] expected = Array.ConvertAll(corners, corner => See(pose.Apply(left[pair].Board.Apply(board.Points[corner]))));
            (misses[pair], nearest[pair]) = right[pair].Select((view, turn) => (Distance(expected, view.View.Marks!), turn)).Min();
        }

        return new(pose, nearest, misses);
    }

    /// <summary>Where the right camera should see a point; far outside where it cannot.</summary>
    Point2 See(Point3 point) => point.Z > 0 ? camera.Project(point) : new(-FarOff, -FarOff);

    double Distance(Point2[] expected, IReadOnlyList<Point2> marks)
    {
        double sum = 0;
        for (int i = 0; i < corners.Length; i++) sum += (expected[i] - marks[corners[i]]).Length;
        return double.IsFinite(sum) ? Math.Min(FarOff, sum / corners.Length) : FarOff;
    }

    double FarOff => camera.Width + camera.Height;

    sealed record Guess(Pose Pose, int[] Turns, double[] Misses)
    {
        public double Miss { get; } = Misses.Average();
    }
}
