using SpikeData.Imaging;

namespace SpikeData.Benchmarks;

/// <summary>How long pictures of 1280x720 take to decode and to encode, on one thread and on all.</summary>
static class CodecBenchmarks
{
    const int Height = 720, Width = 1280, Copies = 8;

    public static void Pictures()
    {
        string path = Path.GetTempFileName();
        try
        {
            byte[] scene = Scene();
            File.WriteAllBytes(path, Png.Color(scene, Height, Width));
            Console.WriteLine($"PNG of 1280x720, {new FileInfo(path).Length / 1000} kB: "
                + $"decode {Timing.Best(() => PictureFile.Read(path, scene, Height, Width)) * 1e3:F1} ms, on all threads at once {Parallel(path) * 1e3:F1} ms a picture, "
                + $"encode {Timing.Best(() => Png.Color(scene, Height, Width)) * 1e3:F1} ms");
        }
        finally
        {
            File.Delete(path);
        }
    }

    static double Parallel(string path)
    {
        byte[][] targets = [.. Enumerable.Range(0, Copies).Select(_ => new byte[Height * Width * 3])];
        return Timing.Best(() => System.Threading.Tasks.Parallel.ForEach(targets, target => PictureFile.Read(path, target, Height, Width))) / Copies;
    }

    /// <summary>Smooth shading with the noise of a camera.</summary>
    static byte[] Scene()
    {
        Random noise = new(1);
        var scene = new byte[Height * Width * 3];
        for (int i = 0; i < scene.Length; i++) scene[i] = (byte)(128 + 80 * Math.Sin(i / 3 % Width * 0.02) * Math.Cos(i / 3 / Width * 0.03) + noise.Next(-2, 3));
        return scene;
    }
}
