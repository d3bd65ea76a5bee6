using SpikeData.Calibration;

namespace SpikeData.Binocular;

/// <summary>A board in front of a camera, as the camera would see it: known exactly, so that what is found can be compared.</summary>
/// <param name="Board">The board; white paper reaches one spacing further than its marks, gray lies behind it.</param>
/// <param name="Camera">The camera.</param>
/// <param name="Pose">How the board lies in the camera's frame.</param>
public sealed record BoardScene(Board Board, Camera Camera, Pose Pose)
{
    const int Samples = 3;
    const double White = 0.9, Black = 0.1, Wall = 0.5;

    /// <summary>Where the camera sees the marks.</summary>
    public IReadOnlyList<Point2> Marks => [.. Board.Points.Select(point => Camera.Project(Pose.Apply(point)))];

    /// <summary>Light from 0 to 1 of each pixel, the mean of 3x3 places in it.</summary>
    public float[] Light()
    {
        float[] light = new float[Camera.Height * Camera.Width];
        Pose camera = Pose.Invert();
        Parallel.For(0, Camera.Height, y =>
        {
            for (int x = 0; x < Camera.Width; x++)
            {
                double sum = 0;
                for (int sample = 0; sample < Samples * Samples; sample++)
                {
                    Point2 place = new(x + (sample % Samples + 0.5) / Samples - 0.5, y + (sample / Samples + 0.5) / Samples - 0.5);
                    Point3 direction = camera.Rotation * Camera.Direction(place), origin = camera.Translation;
                    double along = -origin.Z / direction.Z;
                    sum += along > 0 ? Paper((origin + direction * along) * (1 / Board.Spacing)) : Wall;
                }

                light[y * Camera.Width + x] = (float)(sum / (Samples * Samples));
            }
        });
        return light;
    }

    public GrayPicture Picture(string name) => new(name, Camera.Height, Camera.Width, Array.ConvertAll(Light(), light => (byte)Math.Round(light * 255)));

    double Paper(Point3 at)
    {
        bool isChecked = Board.Pattern == BoardPattern.Checkerboard;
        double right = isChecked ? Board.Columns : 2 * Board.Columns, bottom = Board.Rows;
        if (at.X < -2 || at.Y < -2 || at.X > right + 1 || at.Y > bottom + 1) return Wall;
        if (!isChecked) return IsDisk(at) ? Black : White;
        bool inside = at.X > -1 && at.Y > -1 && at.X < right && at.Y < bottom;
        return inside && ((int)Math.Floor(at.X) + (int)Math.Floor(at.Y)) % 2 == 0 ? Black : White;
    }

    bool IsDisk(Point3 at)
    {
        const double Radius = 0.6;
        int row = (int)Math.Round(at.Y), column = (int)Math.Round((at.X - Math.Abs(row % 2)) / 2);
        if (row < 0 || row >= Board.Rows || column < 0 || column >= Board.Columns) return false;
        return new Point2(at.X - 2 * column - row % 2, at.Y - row).Length < Radius;
    }
}
