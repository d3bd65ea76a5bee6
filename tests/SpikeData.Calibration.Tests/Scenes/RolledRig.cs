using SpikeData.Binocular;

namespace SpikeData.Calibration.Tests;

/// <summary>Two equal cameras beside each other, each then rolled about its axis by so many times 90 degrees, and what they see of a board.</summary>
sealed record RolledRig(Board Board, int Left, int Right)
{
    public const double Baseline = 60;

    static readonly Camera Camera = new(240, 320, new(350, 350), new(158, 121), default);
    static readonly Pose Upright = new(Matrix3.Rotation(new(0.01, 0.04, -0.02)), new(-Baseline, 0, 0));

    readonly Random random = new(1);

    public Rig Rig => new(Camera.Rolled(Left), Camera.Rolled(Right), Roll(Left).Invert().Then(Upright).Then(Roll(Right)));

    public IReadOnlyList<Pose> Poses { get; init; } = BoardPoses.Of(Board, distance: 620);

    /// <summary>The pairs as a search that goes by marks alone may number them: by any turn of the board, to a twentieth of a pixel.</summary>
    public ViewPair[] Marks() => Views(Numbered);

    /// <summary>The pairs as they are found in rendered pictures.</summary>
    public ViewPair[] Pictures()
    {
        BoardFinder finder = new(Board, CornerWindow.Auto);
        return Views(scene => finder.Look(scene.Picture("")));
    }

    public static Pose Roll(int quarterTurns) => new(Matrix3.QuarterTurns(quarterTurns), default);

    ViewPair[] Views(Func<BoardScene, BoardView> look) =>
        [.. Poses.Select(pose => pose.Then(Roll(Left))).Select((pose, view) => new ViewPair($"{view:00}", look(new(Board, Rig.Left, pose)), look(new(Board, Rig.Right, pose.Then(Rig.Pose)))))];

    BoardView Numbered(BoardScene scene)
    {
        Point2[] seen = [.. scene.Marks.Select(mark => mark + new Point2(random.NextDouble() - 0.5, random.NextDouble() - 0.5) * 0.1)], numbered = new Point2[seen.Length];
        IReadOnlyList<BoardTurn> turns = BoardTurn.Of(Board);
        foreach ((int mark, int place) in turns[random.Next(turns.Count)].Places.Index()) numbered[place] = seen[mark];
        return new(new("", scene.Camera.Height, scene.Camera.Width, []), numbered);
    }
}
