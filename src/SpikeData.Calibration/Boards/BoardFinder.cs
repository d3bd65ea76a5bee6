using OpenCvSharp;
using SpikeData.Imaging;

namespace SpikeData.Calibration;

/// <summary>Finds a calibration board in pictures, its marks to a fraction of a pixel.</summary>
/// <remarks>The search is OpenCV's, and so are the windows in which corners are refined, unless they are told.</remarks>
/// <param name="board">The board.</param>
/// <param name="window">How a corner is refined; see <see cref="CornerWindow"/>.</param>
public sealed class BoardFinder(Board board, CornerWindow window = default)
{
    /// <summary>The widest picture that is enlarged when no board is found in it.</summary>
    const int SmallWidth = 800;

    /// <summary>The width of pictures for which windows are customary; corners of narrower ones are refined at twice their size.</summary>
    const int RefinedWidth = 640;

    static readonly TermCriteria Enough = new(CriteriaTypes.MaxIter | CriteriaTypes.Eps, 40, 1e-3);

    /// <summary>The picture with the marks found in it, if the whole board is there.</summary>
    public unsafe BoardView Look(GrayPicture picture)
    {
        OpenCv.Load();
        fixed (byte* pixels = picture.Pixels)
        {
            using Mat gray = Mat.FromPixelData(picture.Height, picture.Width, MatType.CV_8UC1, (nint)pixels);
            Point2f[]? marks = board.Pattern == BoardPattern.Checkerboard ? Corners(gray) : Disks(gray);
            return new(picture, marks is null ? null : [.. marks.Select(OpenCvForms.ToPoint)]);
        }
    }

    Point2f[]? Corners(Mat gray)
    {
        if ((FindCorners(gray) ?? FindEnlarged(gray)) is not { } corners) return null;
        (int across, int down) = window.Reach(gray.Height, gray.Width, Nearest(corners));
        return gray.Width < RefinedWidth ? RefineEnlarged(gray, corners, across, down) : Refine(gray, corners, across, down);
    }

    static Point2f[] Refine(Mat gray, Point2f[] corners, int across, int down) => Cv2.CornerSubPix(gray, corners, new(across, down), new(-1, -1), Enough);

    /// <summary>In a small picture a window has few pixels and moves by whole ones; between pixels that are interpolated smoothly there are more.</summary>
    static Point2f[] RefineEnlarged(Mat gray, Point2f[] corners, int across, int down)
    {
        using Mat large = Enlarged(gray);
        Point2f[] refined = Refine(large, [.. corners.Select(corner => new Point2f(2 * corner.X + 0.5f, 2 * corner.Y + 0.5f))], 2 * across, 2 * down);
        return Array.ConvertAll(refined, Reduced);
    }

    static Mat Enlarged(Mat gray) => gray.Resize(new(gray.Width * 2, gray.Height * 2), interpolation: InterpolationFlags.Cubic);

    static Point2f Reduced(Point2f place) => new((place.X - 0.5f) / 2, (place.Y - 0.5f) / 2);

    Point2f[]? FindCorners(Mat gray)
    {
        bool found = Cv2.FindChessboardCorners(gray, Size, out Point2f[] corners, ChessboardFlags.AdaptiveThresh | ChessboardFlags.NormalizeImage);
        return found && corners.Length == board.Points.Count ? corners : null;
    }

    /// <summary>Squares of a few pixels are taken for noise; enlarged they are not.</summary>
    Point2f[]? FindEnlarged(Mat gray)
    {
        if (gray.Width > SmallWidth) return null;
        using Mat large = Enlarged(gray);
        return FindCorners(large) is { } corners ? Array.ConvertAll(corners, Reduced) : null;
    }

    Point2f[]? Disks(Mat gray)
    {
        // Small enough for disks of a few pixels, as a spike camera sees them.
        using SimpleBlobDetector disks = SimpleBlobDetector.Create(new() { MinArea = 8, MaxArea = gray.Width * gray.Height / 20f, MinDistBetweenBlobs = 3 });
        bool found = Cv2.FindCirclesGrid(gray, Size, out Point2f[] centers, FindCirclesGridFlags.AsymmetricGrid | FindCirclesGridFlags.Clustering, disks);
        return found && centers.Length == board.Points.Count ? centers : null;
    }

    Size Size => new(board.Columns, board.Rows);

    /// <summary>The smallest distance between neighbors, in pixels.</summary>
    double Nearest(Point2f[] corners)
    {
        double nearest = double.PositiveInfinity;
        for (int corner = 0; corner < corners.Length; corner++)
        {
            if (corner % board.Columns > 0) nearest = Math.Min(nearest, corners[corner].DistanceTo(corners[corner - 1]));
            if (corner >= board.Columns) nearest = Math.Min(nearest, corners[corner].DistanceTo(corners[corner - board.Columns]));
        }

        return nearest;
    }
}
