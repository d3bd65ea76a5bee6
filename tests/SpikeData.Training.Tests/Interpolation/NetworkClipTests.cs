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

    Clip Clip() => new(new(folder, device), new("clip", "", []), new(Width, Height), Frames()) { Count = 3 };

    IEnumerable<Frame> Frames()
    {
        for (int i = 0; i < 3; i++)
        {
            Buffer<byte> pixels = device.Allocate<byte>(Bytes);
            pixels.Upload(Recorded(i));
            yield return new(pixels, Height, Width, buffer => buffer.Dispose());
        }
    }

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
            byte[] pixels = new byte[Bytes];
            using (frame) frame.Pixels.Download(pixels);
            frames.Add(pixels);
        }

        return [.. frames];
    }

    static string Facts(Clip clip) => clip.Facts.All.Single().Value!.ToJsonString();
}
