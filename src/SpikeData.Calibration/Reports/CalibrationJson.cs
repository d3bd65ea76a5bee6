using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SpikeData.Imaging;

namespace SpikeData.Calibration;

/// <summary>A calibration as JSON, for programs: everything that was found, with the errors of each view.</summary>
public static class CalibrationJson
{
    static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Errors and places are in pixels, lengths in the unit of the board; matrices are lists of rows.</summary>
    public static string Write(RigCalibration calibration) => new JsonObject
    {
        ["board"] = new JsonObject
        {
            ["pattern"] = RigFile.PatternName(calibration.Board.Pattern),
            ["columns"] = calibration.Board.Columns,
            ["rows"] = calibration.Board.Rows,
            ["spacing"] = calibration.Board.Spacing,
            ["unit"] = calibration.Board.Unit,
        },
        ["left"] = Of(calibration.Left),
        ["right"] = Of(calibration.Right),
        ["stereo"] = Stereo(calibration),
        ["rectification"] = Of(calibration.Rectification),
        ["unpaired"] = new JsonArray([.. calibration.Unpaired.Select(pair => new JsonObject
        {
            ["name"] = pair.Name,
            ["left"] = pair.Left?.Name,
            ["leftFound"] = pair.Left?.Marks is not null,
            ["right"] = pair.Right?.Name,
            ["rightFound"] = pair.Right?.Marks is not null,
        })]),
        ["rowOrder"] = calibration.Rig.Rows?.Word(),
        ["isTorn"] = calibration.IsTorn,
        ["badPairs"] = new JsonArray([.. calibration.BadPairs.Select(name => JsonValue.Create(name))]),
        ["badViews"] = new JsonArray([.. calibration.Left.BadViews.Concat(calibration.Right.BadViews).Select(view => JsonValue.Create(view.View.Name))]),
    }.ToJsonString(Options) + "\n";

    static JsonObject Of(CameraCalibration calibration)
    {
        Camera camera = calibration.Camera;
        return new()
        {
            ["width"] = camera.Width,
            ["height"] = camera.Height,
            ["rms"] = calibration.Rms,
            ["focal"] = Of(camera.Focal),
            ["center"] = Of(camera.Center),
            ["distortion"] = List(camera.Distortion.Terms),
            ["views"] = new JsonArray([.. calibration.Views.Select(view => new JsonObject { ["name"] = view.View.Name, ["rms"] = view.Rms })]),
        };
    }

    static JsonObject Stereo(RigCalibration calibration) => new()
    {
        ["rms"] = calibration.Rms,
        ["rotation"] = Of(calibration.Rig.Pose.Rotation),
        ["translation"] = Of(calibration.Rig.Pose.Translation),
        ["baseline"] = calibration.Rig.Baseline,
        ["essential"] = Of(calibration.Rig.Essential),
        ["fundamental"] = Of(calibration.Rig.Fundamental),
        ["pairs"] = new JsonArray([.. calibration.Pairs.Select(pair => new JsonObject
        {
            ["name"] = pair.Pair.Name,
            ["left"] = pair.Pair.Left!.Name,
            ["right"] = pair.Pair.Right!.Name,
            ["rowError"] = pair.RowError,
            ["largestRowError"] = pair.LargestRowError,
            ["boardTurn"] = 90 * pair.QuarterTurns,
            ["plane"] = Of(calibration.PlaneOf(pair)),
            ["homography"] = Of(pair.Homography),
            ["homographyError"] = pair.HomographyError,
        })]),
    };

    /// <summary>In the right camera's frame, as stages and commands take the plane of a scene.</summary>
    static JsonObject Of(Plane plane) => new() { ["depth"] = plane.Depth, ["slopeRight"] = plane.SlopeRight, ["slopeDown"] = plane.SlopeDown };

    static JsonObject Of(Rectification rectification) => new()
    {
        ["leftRotation"] = Of(rectification.LeftTurn),
        ["rightRotation"] = Of(rectification.RightTurn),
        ["focal"] = rectification.Camera.Focal.X,
        ["center"] = Of(rectification.Camera.Center),
        ["shift"] = rectification.Shift,
        ["vertical"] = rectification.IsVertical,
    };

    static JsonArray Of(Matrix3 matrix) => [Of(matrix.First), Of(matrix.Second), Of(matrix.Third)];

    static JsonArray Of(Point2 point) => [point.X, point.Y];

    static JsonArray Of(Point3 point) => [point.X, point.Y, point.Z];

    static JsonArray List(double[] numbers) => new([.. numbers.Select(number => JsonValue.Create(number))]);
}
