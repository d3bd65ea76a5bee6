using System.Text.Json.Nodes;
using SpikeData.Imaging;

namespace SpikeData.Calibration.Tests;

/// <summary>The photos of OpenCV's samples, calibrated once for all tests, beside what OpenCV 4.6 found.</summary>
static class RealRig
{
    public static Board Board { get; } = Board.Parse("9x6", 1);

    public static string Folder { get; } = Golden.Path("calib-opencv-stereo");

    static readonly Lazy<RigCalibration> Solved = new(() => PictureCalibration.Solve(new(Board), Folder, Folder));

    static readonly Lazy<RigCalibration> SolvedInAutoWindows = new(() => PictureCalibration.Solve(new(Board) { Window = CornerWindow.Auto }, Folder, Folder));

    public static RigCalibration Calibration => Solved.Value;

    /// <summary>The same with windows that fit the board.</summary>
    public static RigCalibration CalibrationInAutoWindows => SolvedInAutoWindows.Value;

    public static JsonNode Reference { get; } = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "reference.json")))!;

    public static double[] Numbers(JsonNode? list) => [.. list!.AsArray().SelectMany(item => item is JsonArray inner ? Numbers(inner) : [item!.GetValue<double>()])];

    public static double[] Numbers(Matrix3 matrix) => [.. new[] { matrix.First, matrix.Second, matrix.Third }.SelectMany(Numbers)];

    public static double[] Numbers(Point3 point) => [point.X, point.Y, point.Z];

    public static void AssertNear(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++) Assert.True(Math.Abs(expected[i] - actual[i]) <= tolerance, $"Number {i} should be {expected[i]} and is {actual[i]}.");
    }
}
