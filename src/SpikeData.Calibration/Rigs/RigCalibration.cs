using OpenCvSharp;
using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Calibration;

/// <summary>A rig as pairs of views of a board tell it, and how well they agree.</summary>
/// <param name="Board">The board.</param>
/// <param name="Rig">The rig.</param>
/// <param name="Rms">
/// The root mean square distance of found marks from where both cameras should see them once the rig is fixed, in pixels.
/// </param>
/// <param name="Left">The left camera by its own views.</param>
/// <param name="Right">The right camera by its own views.</param>
/// <param name="Rectification">How the two pictures are brought to equal rows.</param>
/// <param name="Pairs">The pairs in which both cameras found the board.</param>
public sealed record RigCalibration(
    Board Board, Rig Rig, double Rms, CameraCalibration Left, CameraCalibration Right, Rectification Rectification, IReadOnlyList<SolvedPair> Pairs)
{
    /// <summary>Moments at which a camera took no picture, or did not find the board; its views still count for the other camera alone.</summary>
    public IReadOnlyList<ViewPair> Unpaired { get; init; } = [];

    /// <summary>The order of rows in spike files, where it was found out.</summary>
    public RowOrderFinding? Rows { get; init; }

    /// <summary>What a person should know of some of the files, each with the file.</summary>
    public IEnumerable<(string File, string Warning)> Warnings =>
        from pair in Pairs.Select(pair => pair.Pair).Concat(Unpaired)
        from view in new[] { pair.Left, pair.Right }
        where view?.Picture.Warning is not null
        select (view.Picture.File!, view.Picture.Warning);

    /// <summary>What the board shows to the spike camera, pair by pair, is on this plane in that camera's frame: what a wall that the board lies on is.</summary>
    public Plane PlaneOf(SolvedPair pair) => Plane.Of(Right.Views.First(view => view.View == pair.Pair.Right).Board);

    /// <summary>Whether the cameras agree much less with each other than each with itself, in pixels: pairs of different moments do so, and spike frames upside down.</summary>
    public bool IsTorn => Rms > TornAt * Math.Max(Math.Max(Left.Rms, Right.Rms), Negligible);

    const double TornAt = 4, Negligible = 0.025;

    static readonly TermCriteria Enough = new(CriteriaTypes.MaxIter | CriteriaTypes.Eps, 100, 1e-7);

    /// <summary>The names of pairs of which one camera's view is suspicious; see <see cref="CameraCalibration.BadViews"/>.</summary>
    public IEnumerable<string> BadPairs
    {
        get
        {
            HashSet<BoardView> bad = [.. Left.BadViews.Concat(Right.BadViews).Select(view => view.View)];
            return Pairs.Where(pair => bad.Contains(pair.Pair.Left!) || bad.Contains(pair.Pair.Right!)).Select(pair => pair.Pair.Name);
        }
    }

    /// <summary>Solves for each camera alone, then for how they stand to each other with the cameras fixed.</summary>
    /// <exception cref="SpikeDataException">
    /// SPIKE603 to SPIKE606: a camera's pictures differ in size, too few views show the board, both cameras saw it at too few times, or no camera explains them.
    /// </exception>
    public static RigCalibration Solve(Board board, IReadOnlyList<ViewPair> pairs)
    {
        BoardView[] left = [.. pairs.Select(pair => pair.Left).OfType<BoardView>()], right = [.. pairs.Select(pair => pair.Right).OfType<BoardView>()];
        OfOneSize(left);
        OfOneSize(right);
        CameraCalibration leftCamera = CameraCalibration.Solve(board, left), rightCamera = CameraCalibration.Solve(board, right);
        ViewPair[] both = [.. pairs.Where(pair => pair.IsSeenByBoth)];
        if (both.Length < CameraCalibration.FewestViews) throw Errors.FewPairs(board, pairs);
        TurnFinding turns = new TurnSearch(board, ViewsOf(leftCamera, both.Select(pair => pair.Left)), ViewsOf(rightCamera, both.Select(pair => pair.Right)), rightCamera.Camera).Find();
        Dictionary<BoardView, SolvedView> turned = both.Zip(turns.Right).ToDictionary(pair => pair.First.Right!, pair => pair.Second);
        rightCamera = rightCamera with { Views = [.. rightCamera.Views.Select(view => turned.GetValueOrDefault(view.View, view))] };
        both = [.. both.Zip(turns.Right, (pair, right) => pair with { Right = right.View })];
        (Rig rig, double rms) = Relate(board, both, leftCamera.Camera, rightCamera.Camera, turns.Pose);
        Rectification rectification = Rectification.Of(rig);
        return new(board, rig, rms, leftCamera, rightCamera, rectification, [.. both.Select((pair, i) => Judge(pair, rectification) with { QuarterTurns = turns.QuarterTurns[i] })])
        {
            Unpaired = [.. pairs.Where(pair => !pair.IsSeenByBoth)],
            Turns = turns,
        };
    }

    /// <summary>Refuses a rig that its own views contradict.</summary>
    /// <exception cref="SpikeDataException">
    /// SPIKE622: the cameras agree much less with each other than each with itself. SPIKE623: the board may be turned in more than one way.
    /// </exception>
    public void RequireAgreement()
    {
        if (IsTorn) throw Errors.Torn(this, [.. Turns.Odd.Select(pair => Pairs[pair].Pair.Name)]);
        if (!Turns.IsClear) throw Errors.OpenTurns(Board, Turns);
    }

    /// <summary>How the board is turned in the right camera's views.</summary>
    internal TurnFinding Turns { get; init; } = new(default, [], [], [0], double.PositiveInfinity);

    /// <summary>The same, with what is known of the order of rows in spike files.</summary>
    internal RigCalibration With(RowOrder? rows) => this with { Rig = Rig with { Rows = rows } };

    static void OfOneSize(BoardView[] views)
    {
        if (views.FirstOrDefault(view => view.Picture.Height != views[0].Picture.Height || view.Picture.Width != views[0].Picture.Width) is { } other)
            throw Errors.OtherSize(other.Picture, views[0].Picture);
    }

    static SolvedView[] ViewsOf(CameraCalibration camera, IEnumerable<BoardView?> views) => [.. views.Select(view => camera.Views.First(solved => solved.View == view))];

    /// <remarks>OpenCV begins with medians of rotation vectors, which mean nothing near half a turn: the right camera is rolled upright before, and back after.</remarks>
    static (Rig Rig, double Rms) Relate(Board board, ViewPair[] pairs, Camera left, Camera right, Pose guess)
    {
        int roll = -guess.Rotation.NearestQuarterTurns;
        Camera upright = right.Rolled(roll);
        using Mat turn = new(), move = new(), essential = new(), fundamental = new();
        double rms = Cv2.StereoCalibrate(
            pairs.Select(_ => board.Points.Select(OpenCvForms.ToOpenCv)),
            pairs.Select(pair => pair.Left!.Marks!.Select(OpenCvForms.ToOpenCv)),
            pairs.Select(pair => pair.Right!.Marks!.Select(mark => right.Roll(mark, roll).ToOpenCv())),
            left.Matrix.ToOpenCv(), left.Distortion.Terms, upright.Matrix.ToOpenCv(), upright.Distortion.Terms, new(left.Width, left.Height),
            turn, move, essential, fundamental, CalibrationFlags.FixIntrinsic, Enough);
        Point3 translation = new(move.At<double>(0), move.At<double>(1), move.At<double>(2));
        Matrix3 back = Matrix3.QuarterTurns(-roll);
        return (new(left, right, new(back * turn.ToMatrix(), back * translation)), rms);
    }

    static SolvedPair Judge(ViewPair pair, Rectification rectification)
    {
        (IReadOnlyList<Point2> left, IReadOnlyList<Point2> right) = (pair.Left!.Marks!, pair.Right!.Marks!);
        double[] rows = [.. left.Zip(right, rectification.Difference)];
        using Mat found = Cv2.FindHomography(left.Select(ToDouble), right.Select(ToDouble));
        Matrix3 homography = found.ToMatrix();
        double[] misses = [.. left.Zip(right, (from, to) => (homography.Apply(from) - to).Length)];
        return new(pair, RootMeanSquare(rows), rows.Max(Math.Abs), homography, RootMeanSquare(misses));

        static Point2d ToDouble(Point2 place) => new(place.X, place.Y);
    }

    static double RootMeanSquare(double[] numbers) => Math.Sqrt(numbers.Sum(number => number * number) / numbers.Length);
}
