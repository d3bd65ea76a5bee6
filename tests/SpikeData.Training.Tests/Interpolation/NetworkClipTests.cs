using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Training.Tests;

public sealed class NetworkClipTests : IDisposable
{
    const int Height = 20, Width = 36, Bytes = Height * Width * 3;

    readonly string folder = Directory.CreateTempSubdirectory("spikedata-").FullName;
    readonly CpuDevice device = new(threads: 2);

    public static TheoryData<string> Methods => ["rife", "xvfi"];

    [Theory]
    [MemberData(nameof(Methods))]
    public void RecordedFrames_StayAsTheyWere_AndNewOnesStandBetween(string method)
    {
        Clip clip = Method(method).Interpolate(Clip(), 3);
        byte[][] frames = Read(clip);
        Assert.Equal(3, clip.Factor);
        Assert.Equal(7, frames.Length);
        for (int i = 0; i < 3; i++) Assert.Equal(Recorded(i), frames[3 * i]);
        Assert.NotEqual(frames[1], frames[2]);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void SecondPass_MakesTheSameFrames_AndNotesTheSameMotion(string method)
    {
        Clip clip = Method(method).Interpolate(Clip(), 2);
        byte[][] first = Read(clip);
        string noted = Facts(clip);
        Assert.Equal(first, Read(clip));
        Assert.Contains($"\"method\":\"{method}\"", noted, StringComparison.Ordinal);
        Assert.Contains("\"largest-motion\":", noted, StringComparison.Ordinal);
        Assert.Equal(noted, Facts(clip));
    }

    [Fact]
    public void FrameBetween_IsWhatTheNetworkMakesOfThePair()
    {
        byte[] between = Read(Method("rife").Interpolate(Clip(), 4))[5];
        IfNet network = IfNet.Of(device, WeightFile.Read(Path.Combine(folder, "rife.npz")));
        using Tape tape = new(device) { Records = false };
        Tensor first = tape.Input(network, Recorded(1), Height, Width), second = tape.Input(network, Recorded(2), Height, Width);
        float[] planes = new float[Bytes];
        byte[] expected = new byte[Bytes];
        tape.ReadFrame(network.Apply(first, second, 0.25f).Frame, Height, Width, planes);
        network.ToPixels(planes, expected);
        Assert.Equal(expected, between);
    }

    /// <summary>A network sees farther than tiles overlap, but what is far counts little: one code in a hundred at most, and no seam.</summary>
    [Theory]
    [MemberData(nameof(Methods))]
    public void FramesOfTiles_AreNearlyThoseOfWholeFrames(string method)
    {
        const int Wide = 288, High = 224;
        byte[][] recorded = [.. Enumerable.Range(0, 2).Select(i => Waves(Wide, High, 3 * i))];
        _ = Method(method);
        IInterpolation whole = method == "rife" ? new Rife("rife.npz") : new Xvfi("xvfi.npz", Scales: 0);
        IInterpolation tiled = method == "rife" ? new Rife("rife.npz", Tile: 160) : new Xvfi("xvfi.npz", Scales: 0, Tile: 160);
        byte[][] expected = Read(whole.Interpolate(Clip(recorded, Wide, High), 12)), actual = Read(tiled.Interpolate(Clip(recorded, Wide, High), 12));
        Assert.Equal(13, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            int[] differences = [.. expected[i].Zip(actual[i], (a, b) => Math.Abs(a - b))];
            Assert.InRange(differences.Average(), 0, 0.05);
            Assert.InRange(differences.Max(), 0, 3);
        }

        // The first tile alone shows the upper left corner.
        Assert.True(expected[6].AsSpan(0, 30).SequenceEqual(actual[6].AsSpan(0, 30)));
    }

    [Fact]
    public void SmallRife_ComesAlong()
    {
        IfNet network = IfNet.Of(device, SmallRife.Read());
        Assert.True(network.TakesInstant);
        byte[][] frames = Read(new Rife().Interpolate(Clip(), 2));
        Assert.Equal(5, frames.Length);
    }

    public void Dispose()
    {
        device.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    IInterpolation Method(string method)
    {
        Network network = method == "rife" ? new IfNet(device, 3, [8, 6, 4], contextWidth: 2) : new XvfiNet(device, 3, width: 8, levels: 0);
        WeightFile.Write(Path.Combine(folder, method + ".npz"), Weights.Of(network.Parameters));
        return method == "rife" ? new Rife("rife.npz") : new Xvfi("xvfi.npz", Scales: 0);
    }

    Clip Clip() => Clip([.. Enumerable.Range(0, 3).Select(Recorded)], Width, Height);

    Clip Clip(byte[][] recorded, int width, int height) =>
        new(new(folder, device), new("clip", "", []), new(width, height), Frames(recorded, width, height)) { Count = recorded.Length };

    IEnumerable<Frame> Frames(byte[][] recorded, int width, int height)
    {
        foreach (byte[] picture in recorded)
        {
            Buffer<byte> pixels = device.Allocate<byte>(picture.Length);
            pixels.Upload(picture);
            yield return new(pixels, height, width, buffer => buffer.Dispose());
        }
    }

    static byte[] Waves(int width, int height, int moved) =>
        [.. Enumerable.Range(0, width * height * 3).Select(i => (byte)(128 + 50 * Math.Sin(0.2 * (i / 3 % width - moved) + i % 3) + 50 * Math.Cos(0.15 * (i / 3 / width))))];

    static byte[] Recorded(int i)
    {
        byte[] pixels = new byte[Bytes];
        new Random(i).NextBytes(pixels);
        return pixels;
    }

    static byte[][] Read(Clip clip)
    {
        List<byte[]> frames = [];
        foreach (Frame frame in clip.Frames)
        {
            byte[] pixels = new byte[frame.Height * frame.Width * 3];
            using (frame) frame.Pixels.Download(pixels);
            frames.Add(pixels);
        }

        return [.. frames];
    }

    static string Facts(Clip clip) => clip.Facts.All.Single().Value!.ToJsonString();
}
