using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Calibration;

/// <summary>Calibrates a rig from files: finds pairs by name, the board in them, and the rig that explains them.</summary>
public static class PictureCalibration
{
    /// <summary>A search for a board that is not there is slow, and so many views tell.</summary>
    const int ViewsToGuessFrom = 2;

    /// <summary>What a picture takes while the board is looked for in it: in color, in gray, and enlarged for its corners.</summary>
    const int BytesPerPixel = 16;

    /// <param name="search">The board and how it is looked for.</param>
    /// <param name="left">Pictures or spike recordings of the left camera: a folder, or a pattern such as <c>photos/left*.png</c>.</param>
    /// <param name="right">Pictures or spike recordings of the right camera.</param>
    /// <exception cref="SpikeDataException">SPIKE601 to SPIKE606: something about the files stands in the way.</exception>
    public static RigCalibration Solve(BoardSearch search, string left, string right)
    {
        var files = PicturePairs.Match(PictureSearch.Find(left, "left"), PictureSearch.Find(right, "right"));
        if (search.Without.Except(files.Select(pair => pair.Name)).FirstOrDefault() is { } unknown) throw Errors.NoSuchPair(unknown, files.Select(pair => pair.Name));
        files = [.. files.Where(pair => !search.Without.Contains(pair.Name))];
        if (!files.Any(pair => pair is { Left: not null, Right: not null })) throw Errors.NoPairs(left, right);
        string[] pictures = [.. files.SelectMany(pair => new[] { pair.Left, pair.Right }).OfType<string>().Where(file => !SpikeViewing.IsRecording(file))];
        MemoryLimit.Require(pictures.Sum(AreaOf), $"Comparing {Counted.Of(pictures.Length, "picture")} of the board");
        BoardFinder finder = new(search.Board, search.Window);
        ViewPair[] pairs = InParallel(files.Count, i => new ViewPair(files[i].Name, Look(files[i].Left), Look(files[i].Right)));
        RequireBoard(search.Board, [.. pairs.Select(pair => pair.Left).OfType<BoardView>()]);
        RequireBoard(search.Board, [.. pairs.Select(pair => pair.Right).OfType<BoardView>()]);
        RefusePart(search.Board, pairs);
        if (pairs.FirstOrDefault(IsOnePicture) is { } same) throw Errors.SamePicture(same);
        string[] recordings = [.. files.SelectMany(pair => new[] { pair.Left, pair.Right }).OfType<string>().Where(SpikeViewing.IsRecording)];
        if (recordings.Any(file => IsOrderOpen(search, file))) return WithEitherOrder(search, pairs);
        RigCalibration calibration = RigCalibration.Solve(search.Board, pairs);
        return recordings.Length == 0 ? calibration : calibration.With(search.Spikes.Facts.Rows);

        BoardView? Look(string? file) => file is null ? null : SpikeViewing.IsRecording(file) ? finder.Look(search.Spikes.Read(file)) : LookAtPicture(file);

        BoardView LookAtPicture(string file)
        {
            using IDisposable memory = MemoryBudget.Usual.Take(BytesPerPixel * AreaOf(file), file, CancellationToken.None);
            return finder.Look(GrayPicture.Read(file));
        }
    }

    static long AreaOf(string picture)
    {
        (long height, long width) = PictureFile.Measure(picture);
        return height * width;
    }

    static bool IsOrderOpen(BoardSearch search, string? file) => file is not null && search.Spikes.IsOrderOpen(file);

    /// <summary>Solves with the rows of spike frames in either order, and keeps the one that agrees with the other camera.</summary>
    static RigCalibration WithEitherOrder(BoardSearch search, ViewPair[] pairs)
    {
        BoardFinder finder = new(search.Board, search.Window);
        RigCalibration usual = RigCalibration.Solve(search.Board, pairs);
        ViewPair[] mirrored = InParallel(pairs.Length, i => pairs[i] with { Left = Mirror(pairs[i].Left), Right = Mirror(pairs[i].Right) });
        RigCalibration? other = Try(() => RigCalibration.Solve(search.Board, mirrored));
        return other is not null && other.Rms < usual.Rms
            ? other.With(RowOrder.TopDown) with { Rows = new(RowOrder.TopDown, other.Rms, usual.Rms) }
            : usual.With(RowOrder.BottomUp) with { Rows = new(RowOrder.BottomUp, usual.Rms, other?.Rms ?? double.PositiveInfinity) };

        BoardView? Mirror(BoardView? view) => IsOrderOpen(search, view?.Picture.File) ? finder.Look(view!.Picture.Mirrored()) : view;
    }

    static RigCalibration? Try(Func<RigCalibration> solve)
    {
        try
        {
            return solve();
        }
        catch (SpikeDataException)
        {
            return null;
        }
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

    static bool IsOnePicture(ViewPair pair) => pair is { Left.Picture: { } left, Right.Picture: { } right } && left.Width == right.Width && left.Pixels.AsSpan().SequenceEqual(right.Pixels);

    /// <summary>When no picture of a camera shows the board, says which board is there, if it is a usual mistake.</summary>
    static void RequireBoard(Board board, IReadOnlyList<BoardView> views)
    {
        if (views.Any(view => view.Marks is not null)) return;
        BoardView[] some = [.. views.Take(ViewsToGuessFrom)];
        Board? guess = Neighbors(board, -1, 1).FirstOrDefault(other => some.Any(view => Shows(view, other)));
        throw Errors.NoBoard(board, views, guess);
    }

    /// <summary>A search for a smaller board finds it within a larger one, in either picture at another place.</summary>
    static void RefusePart(Board board, IReadOnlyList<ViewPair> pairs)
    {
        BoardView[] some = [.. pairs.SelectMany(pair => new[] { pair.Left, pair.Right }).OfType<BoardView>().Where(view => view.Marks is not null).Take(ViewsToGuessFrom)];
        foreach (Board larger in Neighbors(board, 0, 1))
            if (some.FirstOrDefault(view => Shows(view, larger)) is { } view) throw Errors.LargerBoard(board, view, larger);
    }

    /// <summary>Boards that are miscounted as this one: squares for inner corners, or a row or a column too many or too few.</summary>
    static IEnumerable<Board> Neighbors(Board board, int least, int most) =>
        from columns in Enumerable.Range(least, most - least + 1).Reverse()
        from rows in Enumerable.Range(least, most - least + 1).Reverse()
        let other = board with { Columns = board.Columns + columns, Rows = board.Rows + rows }
        where other != board && other is { Columns: > 2, Rows: > 2 }
        select other;

    static bool Shows(BoardView view, Board board) => new BoardFinder(board).Look(view.Picture).Marks is not null;
}
