using OpenCvSharp;
using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Calibration;

/// <summary>A camera as several views of a board tell it, and how well they agree.</summary>
/// <param name="Camera">The camera.</param>
/// <param name="Rms">The root mean square distance of all found marks from where the camera should see them, in pixels.</param>
/// <param name="Views">The views in which the board was found.</param>
public sealed record CameraCalibration(Camera Camera, double Rms, IReadOnlyList<SolvedView> Views)
{
    /// <summary>Three views give more equations than a camera has unknowns.</summary>
    public const int FewestViews = 3;

    /// <summary>How many times the usual error makes a view suspicious.</summary>
    const double Suspicion = 3;

    /// <summary>Views whose error is more than three times the median: a moved board, motion blur, marks found at wrong places.</summary>
    public IEnumerable<SolvedView> BadViews
    {
        get
        {
            double median = Median(Views.Select(view => view.Rms));
            return Views.Where(view => view.Rms > Suspicion * median);
        }
    }

    /// <summary>Finds the camera that explains the views best: focal lengths, center, five lens terms and a pose of the board for each view.</summary>
    /// <exception cref="SpikeDataException">SPIKE604: fewer than three views show the board. SPIKE606: they do not determine a camera.</exception>
    public static CameraCalibration Solve(Board board, IReadOnlyList<BoardView> views)
    {
        OpenCv.Load();
        BoardView[] seen = [.. views.Where(view => view.Marks is not null)];
        if (seen.Length < FewestViews) throw Errors.FewViews(board, views);
        (int height, int width) = (seen[0].Picture.Height, seen[0].Picture.Width);
        double[,] matrix = new double[3, 3];
        double[] lens = new double[5];
        double rms;
        Vec3d[] turns, moves;
        try
        {
            rms = Cv2.CalibrateCamera(
                seen.Select(_ => board.Points.Select(OpenCvForms.ToOpenCv)), seen.Select(view => view.Marks!.Select(OpenCvForms.ToOpenCv)),
                new(width, height), matrix, lens, out turns, out moves);
        }
        catch (OpenCVException error)
        {
            throw Errors.NoCamera(seen[0], error.Message);
        }

        Camera camera = new(height, width, new(matrix[0, 0], matrix[1, 1]), new(matrix[0, 2], matrix[1, 2]), LensDistortion.Of(lens));
        if (!IsPlausible(camera) || !double.IsFinite(rms)) throw Errors.NoCamera(seen[0], $"a focal length of {camera.Focal.X:0.#} pixels came out");
        return new(camera, rms, [.. seen.Select((view, i) => Judge(board, camera, view, new(Matrix3.Rotation(turns[i].ToPoint()), moves[i].ToPoint())))]);
    }

    static bool IsPlausible(Camera camera) =>
        camera.Focal.X > camera.Width * 0.1 && camera.Focal.X < camera.Width * 100.0 && camera.Focal.Y > camera.Height * 0.1 && camera.Focal.Y < camera.Height * 100.0
        && camera.Distortion.Terms.All(double.IsFinite);

    static SolvedView Judge(Board board, Camera camera, BoardView view, Pose pose)
    {
        double squares = board.Points.Zip(view.Marks!, (point, mark) => (camera.Project(pose.Apply(point)) - mark).Length).Sum(distance => distance * distance);
        return new(view, pose, Math.Sqrt(squares / board.Points.Count));
    }

    static double Median(IEnumerable<double> numbers)
    {
        double[] sorted = [.. numbers.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
