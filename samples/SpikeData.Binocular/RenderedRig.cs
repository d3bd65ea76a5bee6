using SpikeData.Calibration;
using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Binocular;

/// <summary>What a rig leaves on a disk when it is used: views of a board, and a scene under a flickering lamp in which a poster slides past.</summary>
public sealed class RenderedRig
{
    public const double Depth = 600, FirstMiddle = 61.3, TicksPerPicture = 48.05, Exposure = 37;
    public const int Count = 14, Ticks = 760;
    const int Samples = 2;

    /// <summary>The poster in millimeters; it repeats.</summary>
    const int PosterHeight = 512, PosterWidth = 1024;

    static readonly Board Board = Board.Parse("6x4", 45) with { Unit = "mm" };

    readonly string folder;
    readonly double[] lamp = new double[Ticks + 200];
    readonly double[] poster = new double[PosterHeight * PosterWidth];

    /// <summary>A picture camera beside a spike camera of a tenth of the published one's pixels.</summary>
    public static Rig Rig { get; } = new(
        new(208, 320, new(330, 330), new(161, 102), new(-0.1, 0.04, 0, 0, 0)),
        new(104, 160, new(172, 172), new(80, 51), new(-0.12, 0.04, 0, 0, 0)),
        new(Matrix3.Rotation(new(0.01, 0.03, -0.02)), new(-60, 3, 2)));

    public RenderedRig(string folder)
    {
        this.folder = folder;
        Random random = new(1);
        double walk = 0.5;
        for (int tick = 0; tick < lamp.Length; tick++) lamp[tick] = walk = Math.Clamp(walk + (random.NextDouble() - 0.5) * 0.08 + (0.55 - walk) * 0.01, 0.25, 0.85);
        Paint(random);
    }

    /// <summary>Views of the board at rest: pictures, and spike recordings of the same moments.</summary>
    public void TakeBoard()
    {
        foreach ((int view, Pose pose) in BoardPoses.Of(Board, 620).Index())
        {
            GrayPicture picture = new BoardScene(Board, Rig.Left, pose).Picture("");
            Save($"board/pictures/{view:00}.png", Png.Gray(picture.Pixels, picture.Height, picture.Width));
            float[] light = new BoardScene(Board, Rig.Right, pose.Then(Rig.Pose)).Light();
            Save($"board/spikes/{view:00}.dat", SpikeCamera.Record(light, Rig.Right.Height, Rig.Right.Width, ticks: 300, exposure: view).Bytes);
        }
    }

    /// <summary>The scene: color pictures through a tone curve of gamma 0.5, and one recording of spikes.</summary>
    public void TakeScene(string name)
    {
        Point2[] left = Places(Rig.Left, ray => Meet(Rig.Pose.Rotation * ray, Rig.Pose.Translation)), right = Places(Rig.Right, ray => Meet(ray, default));
        for (int picture = 0; picture < Count; picture++)
        {
            double middle = FirstMiddle + picture * TicksPerPicture;
            byte[] bgr = new byte[left.Length / (Samples * Samples) * 3];
            Parallel.For(0, bgr.Length / 3, pixel =>
            {
                double light = Enumerable.Range(0, (int)Exposure).Average(i => Light(left, pixel, middle - Exposure / 2 + i + 0.5));
                byte code = (byte)Math.Round(255 * Math.Sqrt(light));
                (bgr[3 * pixel], bgr[3 * pixel + 1], bgr[3 * pixel + 2]) = (code, code, code);
            });
            Save($"{name}/pictures/{picture:0000}.png", Png.Color(bgr, Rig.Left.Height, Rig.Left.Width));
        }

        using Device device = Device.Open("cpu");
        using SpikeSimulation simulation = new(device, Rig.Right.Height, Rig.Right.Width, SpikeModel.Physical, new QuasiPeriodicNoise(), PhiloxKey.Derive(1));
        using Buffer<int> shine = device.Allocate<int>(Rig.Right.Height * Rig.Right.Width);
        using Buffer<byte> packed = device.Allocate<byte>(simulation.Layout.FrameBytes);
        using MemoryStream file = new();
        simulation.Reset(0);
        for (int tick = 0; tick < Ticks; tick++)
        {
            int now = tick;
            shine.Upload([.. Enumerable.Range(0, shine.Length).AsParallel().AsOrdered().Select(pixel => Imaging.Light.Of((float)Light(right, pixel, now + 0.5)))]);
            simulation.Tick(shine);
            simulation.Pack(packed);
            SpikeDat.Write(file, packed.Span, simulation.Layout);
        }

        Save($"{name}/spikes.dat", file.ToArray());
        Save($"{name}/spikes.dat.yaml", "width: 160\nheight: 104\nticks-per-second: 20000\n"u8);
    }

    /// <summary>Disks of all sizes over each other: edges at all scales, as pictures of the world have them.</summary>
    void Paint(Random random)
    {
        for (int disk = 0; disk < 4000; disk++)
        {
            (int x, int y, double radius, double shade) = (random.Next(PosterWidth), random.Next(PosterHeight), 4 / Math.Sqrt(0.03 + random.NextDouble()), 0.15 + 0.85 * random.NextDouble());
            for (int down = (int)-radius; down <= radius; down++)
                for (int across = (int)-radius; across <= radius; across++)
                    if (down * down + across * across < radius * radius) poster[Place(x + across, y + down)] = shade;
        }
    }

    static int Place(int x, int y) => (y & (PosterHeight - 1)) * PosterWidth + (x & (PosterWidth - 1));

    void Save(string name, ReadOnlySpan<byte> content)
    {
        string path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }

    /// <summary>Where a ray from a point, both in the spike camera's frame, meets the poster.</summary>
    static Point2 Meet(Point3 ray, Point3 from) => new(from.X + ray.X * (Depth - from.Z) / ray.Z, from.Y + ray.Y * (Depth - from.Z) / ray.Z);

    /// <summary>Where some places within each pixel look.</summary>
    static Point2[] Places(Camera camera, Func<Point3, Point2> meet) =>
    [
        .. from y in Enumerable.Range(0, camera.Height)
           from x in Enumerable.Range(0, camera.Width)
           from sample in Enumerable.Range(0, Samples * Samples)
           select meet(camera.Direction(new(x + (sample % Samples + 0.5) / Samples - 0.5, y + (sample / Samples + 0.5) / Samples - 0.5))),
    ];

    double Light(Point2[] places, int pixel, double tick)
    {
        double sum = 0;
        for (int sample = 0; sample < Samples * Samples; sample++)
        {
            Point2 place = places[pixel * Samples * Samples + sample];
            // It slides by 0.6 mm a tick.
            sum += poster[Place((int)Math.Floor(place.X - 0.6 * tick), (int)Math.Floor(place.Y))];
        }

        return lamp[Math.Clamp((int)tick, 0, lamp.Length - 1)] * sum / (Samples * Samples);
    }
}
