using SpikeData.Binocular;
using SpikeData.Imaging;

namespace SpikeData.Calibration.Tests;

/// <summary>A picture camera beside a spike camera, known exactly, that looked at a board: pictures and spike files in a folder.</summary>
sealed class SyntheticRig : IDisposable
{
    public static Board Board { get; } = Board.Parse("9x6", 30) with { Unit = "mm" };

    /// <summary>A picture camera of moderate size, the spike camera's published size, and 60 mm between them.</summary>
    public static Rig Rig { get; } = new(
        new(400, 640, new(650, 650), new(322, 197), new(-0.12, 0.06, 0, 0, 0)),
        new(250, 400, new(430, 430), new(201, 124), new(-0.15, 0.05, 0, 0, 0)),
        new(Matrix3.Rotation(new(0.01, 0.03, -0.02)), new(-60, 3, 2)));

    static readonly Lazy<(GrayPicture Picture, SpikeStream Spikes)[]> Views = new(() => [.. BoardPoses.Of(Board, distance: 720).Select(See)]);

    readonly string folder = Directory.CreateTempSubdirectory("spikedata-").FullName;

    /// <param name="rows">The order of rows in the spike files.</param>
    public SyntheticRig(RowOrder rows = RowOrder.BottomUp)
    {
        Directory.CreateDirectory(Pictures);
        Directory.CreateDirectory(Spikes);
        foreach ((int view, (GrayPicture picture, SpikeStream spikes)) in Views.Value.Index())
        {
            File.WriteAllBytes(Path.Combine(Pictures, $"{view:00}.png"), Png.Gray(picture.Pixels, picture.Height, picture.Width));
            using FileStream file = File.Create(Path.Combine(Spikes, $"{view:00}.dat"));
            SpikeDat.Write(file, rows == RowOrder.BottomUp ? spikes : SpikeStream.Of(spikes.ToArray().Bytes, new(Rig.Right.Height, Rig.Right.Width, rows)));
        }
    }

    public string Pictures => Path.Combine(folder, "pictures");

    public string Spikes => Path.Combine(folder, "spikes");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    static (GrayPicture Picture, SpikeStream Spikes) See(Pose board, int view)
    {
        float[] light = new BoardScene(Board, Rig.Right, board.Then(Rig.Pose)).Light();
        return (new BoardScene(Board, Rig.Left, board).Picture(""), SpikeCamera.Record(light, Rig.Right.Height, Rig.Right.Width, ticks: 120, exposure: view));
    }
}
