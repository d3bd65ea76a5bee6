using SpikeData.Compute;

namespace SpikeData.Calibration;

/// <summary>Calibrates a rig from picture files: finds pairs by name, the board in them, and the rig that explains them.</summary>
public static class PictureCalibration
{
    /// <param name="board">The board.</param>
    /// <param name="left">Pictures of the left camera: a folder, or a pattern such as <c>photos/left*.png</c>.</param>
    /// <param name="right">Pictures of the right camera.</param>
    /// <param name="window">How corners are refined.</param>
    /// <param name="without">Names of pairs to leave out.</param>
    /// <exception cref="SpikeDataException">SPIKE601 to SPIKE606: something about the pictures stands in the way.</exception>
    public static RigCalibration Solve(Board board, string left, string right, CornerWindow window = default, IReadOnlyCollection<string>? without = null)
    {
        var files = PicturePairs.Match(PictureSearch.Find(left, "left"), PictureSearch.Find(right, "right"));
        if (without?.Except(files.Select(pair => pair.Name)).FirstOrDefault() is { } unknown) throw Errors.NoSuchPair(unknown, files.Select(pair => pair.Name));
        files = [.. files.Where(pair => without?.Contains(pair.Name) != true)];
        if (!files.Any(pair => pair is { Left: not null, Right: not null })) throw Errors.NoPairs(left, right);
        BoardFinder finder = new(board, window);
        ViewPair[] pairs = InParallel(files.Count, i => new ViewPair(files[i].Name, Look(files[i].Left), Look(files[i].Right)));
        RequireBoard(board, [.. pairs.Select(pair => pair.Left).OfType<BoardView>()]);
        RequireBoard(board, [.. pairs.Select(pair => pair.Right).OfType<BoardView>()]);
        return RigCalibration.Solve(board, pairs);

        BoardView? Look(string? file) => file is null ? null : finder.Look(GrayPicture.Read(file));
    }

    static T[] InParallel<T>(int count, Func<int, T> work)
    {
        try
        {
            T[] results = new T[count];
            Parallel.For(0, count, i => results[i] = work(i));
            return results;
        }
        catch (AggregateException errors) when (errors.Flatten().InnerExceptions.OfType<SpikeDataException>().MinBy(error => error.File, StringComparer.Ordinal) is { } first)
        {
            throw new SpikeDataException(first.Id, first.Message, errors) { File = first.File };
        }
    }

    /// <summary>When no picture of a camera shows the board, says which board is there, if it is the usual mistake.</summary>
    static void RequireBoard(Board board, IReadOnlyList<BoardView> views)
    {
        if (views.Any(view => view.Marks is not null)) return;
        Board[] mistakes = [board with { Columns = board.Columns - 1, Rows = board.Rows - 1 }, board with { Columns = board.Columns + 1, Rows = board.Rows + 1 }];
        Board? guess = mistakes.Where(mistake => mistake is { Columns: > 2, Rows: > 2 })
            .FirstOrDefault(mistake => views.Take(3).Any(view => new BoardFinder(mistake).Look(view.Picture).Marks is not null));
        throw Errors.NoBoard(board, views, guess);
    }
}
