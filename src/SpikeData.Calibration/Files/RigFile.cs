using System.Globalization;
using System.Text;
using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Calibration;

/// <summary>A calibrated rig as a YAML file: small, for people to read, review and edit.</summary>
public static class RigFile
{
    const string Head = """
        # Two cameras of one rig, as 'spikedata calibrate' found them. May be edited by hand: it is checked when it is read.
        # Places are in pixels; the center of the upper left pixel is (0, 0). In a camera's frame x points right, y down, z forward.
        # A point X of the left camera's frame is at rotation X + translation in the right camera's frame.

        """;

    /// <summary>How far the rows of an edited rotation may be from right angles and length 1.</summary>
    const double Crooked = 1e-4;

    /// <summary>The text of the file.</summary>
    public static string Write(RigCalibration calibration)
    {
        Board board = calibration.Board;
        Pose pose = calibration.Rig.Pose;
        StringBuilder text = new(Head.ReplaceLineEndings("\n"));
        text.Append("format: 1\n");
        text.Append(CultureInfo.InvariantCulture, $"unit: {Quote(board.Unit)}  # of spacing and translation\n");
        text.Append(CultureInfo.InvariantCulture, $"board: {{ pattern: {PatternName(board.Pattern)}, columns: {board.Columns}, rows: {board.Rows}, spacing: {board.Spacing:G12} }}\n");
        if (calibration.Rig.Rows is { } rows) text.Append(CultureInfo.InvariantCulture, $"row-order: {rows.Word()}  # of spike frames, in .dat files that do not say so themselves\n");
        Append(text, "left", calibration.Left);
        Append(text, "right", calibration.Right);
        text.Append("pose:\n  rotation:\n");
        foreach (Point3 row in new[] { pose.Rotation.First, pose.Rotation.Second, pose.Rotation.Third }) text.Append(CultureInfo.InvariantCulture, $"    - {Row(row)}\n");
        text.Append(CultureInfo.InvariantCulture, $"  translation: {Row(pose.Translation)}\n");
        text.Append(CultureInfo.InvariantCulture, $"  rms: {calibration.Rms:F4}  # pixels, {calibration.Pairs.Count} pairs\n");
        return text.ToString();
    }

    /// <summary>Reads a file and checks that it describes a rig.</summary>
    /// <exception cref="SpikeDataException">SPIKE607: it does not; the message gives line and column.</exception>
    public static Rig Read(string path)
    {
        YamlPart file = YamlPart.Read(path).Only("format", "unit", "board", "row-order", "left", "right", "pose");
        if (file["format"].Number != 1) throw file["format"].Error("Only format 1 is known. A newer version of this program wrote the file.");
        return new(Camera(file["left"]), Camera(file["right"]), Pose(file["pose"])) { Rows = Rows(file.Find("row-order")) };
    }

    static RowOrder? Rows(YamlPart? part) => part is null ? null
        : RowOrders.TryParse(part.Text, out RowOrder rows) ? rows : throw part.Error("'row-order' is bottom-up or top-down.");

    internal static string PatternName(BoardPattern pattern) => pattern == BoardPattern.Checkerboard ? "checkerboard" : "asymmetric-circles";

    static void Append(StringBuilder text, string side, CameraCalibration calibration)
    {
        Camera camera = calibration.Camera;
        text.Append(CultureInfo.InvariantCulture, $"{side}:\n  size: {camera.Width}x{camera.Height}\n");
        text.Append(CultureInfo.InvariantCulture, $"  focal: [{camera.Focal.X:G12}, {camera.Focal.Y:G12}]  # pixels, across and down\n");
        text.Append(CultureInfo.InvariantCulture, $"  center: [{camera.Center.X:G12}, {camera.Center.Y:G12}]  # pixels\n");
        text.Append(CultureInfo.InvariantCulture, $"  distortion: [{string.Join(", ", camera.Distortion.Terms.Select(Number))}]  # k1, k2, p1, p2, k3\n");
        text.Append(CultureInfo.InvariantCulture, $"  rms: {calibration.Rms:F4}  # pixels, {calibration.Views.Count} views\n");
    }

    static string Row(Point3 row) => $"[{Number(row.X)}, {Number(row.Y)}, {Number(row.Z)}]";

    static string Number(double number) => number.ToString("G12", CultureInfo.InvariantCulture);

    static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    static Camera Camera(YamlPart part)
    {
        part.Only("size", "focal", "center", "distortion", "rms");
        (int width, int height) = part["size"].Size();
        Point2 focal = part["focal"].Point2(), center = part["center"].Point2();
        if (focal.X <= 0 || focal.Y <= 0) throw part["focal"].Error("Focal lengths are above 0.");
        if (center.X < -width || center.X > 2 * width || center.Y < -height || center.Y > 2 * height) throw part["center"].Error("The center lies far outside of the picture.");
        return new(height, width, focal, center, LensDistortion.Of(part["distortion"].Numbers(5)));
    }

    static Pose Pose(YamlPart part)
    {
        part.Only("rotation", "translation", "rms");
        IReadOnlyList<YamlPart> rows = part["rotation"].List(3);
        Matrix3 rotation = new(rows[0].Point3(), rows[1].Point3(), rows[2].Point3());
        Matrix3 error = rotation * rotation.Transpose() + Matrix3.Identity * -1;
        bool isRotation = error.First.Length + error.Second.Length + error.Third.Length < Crooked && rotation.Determinant > 0;
        return isRotation ? new(rotation, part["translation"].Point3()) : throw part["rotation"].Error("This is no rotation: its rows are not at right angles and of length 1.");
    }
}
