namespace SpikeData.Imaging.Tests;

public sealed class RowOrderMatchTests : IDisposable
{
    /// <summary>Recordings beside the repository that are too large to be part of it.</summary>
    static readonly string Shared = Path.GetFullPath(Path.Combine(Golden.Path("."), "../../../shared/data"));

    readonly RecordingFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(RowOrder.BottomUp, RowOrder.BottomUp)]
    [InlineData(RowOrder.BottomUp, RowOrder.TopDown)]
    [InlineData(RowOrder.TopDown, RowOrder.BottomUp)]
    [InlineData(RowOrder.TopDown, RowOrder.TopDown)]
    public void PictureOfTheScene_TellsTheOrderHoweverTheFileWasRead(RowOrder stored, RowOrder read)
    {
        byte[] spikes = new byte[20 * 40 * 64];
        for (int i = 0; i < spikes.Length; i++) spikes[i] = (byte)(i * 7919L % 101 < 100 * Scene(i / 64 % 40 / 40.0, i % 64 / 64.0) ? 1 : 0);
        string file = folder.Write("scene.dat", SpikeStream.Of(spikes, new(40, 64, stored)).Bytes.ToArray());
        using SpikeRecording recording = SpikeRecording.Open(file, new() { Width = 64, Height = 40, Rows = read });
        byte[] picture = [.. Enumerable.Range(0, 90 * 120).Select(pixel => (byte)(255 * Scene(pixel / 120 / 90.0, pixel % 120 / 120.0)))];
        RowOrderMatch match = RowOrderMatch.Of(RecordingStatistics.Of(recording), read, picture, 90, 120);
        Assert.Equal(stored, match.Rows);
        Assert.InRange(match.Confidence, 0.3, 1);
    }

    [Fact]
    public void SimulatedSpikesOfRealVideo_AreBottomUpByTheirTruth()
    {
        string file = Path.Combine(Shared, "spike-reds-sim/203_part1_key_id151.dat"), truth = Path.Combine(Shared, "spike-reds-sim/203_part1_key_id151_gt.png");
        Assert.SkipUnless(File.Exists(file), $"{file} is not there.");
        byte[] bgr = new byte[250 * 400 * 3];
        PictureFile.Read(truth, bgr, 250, 400);
        byte[] gray = [.. Enumerable.Range(0, 250 * 400).Select(pixel => bgr[3 * pixel + 1])];
        using SpikeRecording recording = SpikeRecording.Open(file, new() { Width = 400, Height = 250 });
        RowOrderMatch match = RowOrderMatch.Of(RecordingStatistics.Of(recording), RowOrder.BottomUp, gray, 250, 400);
        Assert.Equal(RowOrder.BottomUp, match.Rows);
        Assert.InRange(match.Confidence, 0.3, 1);
        using Compute.Device cpu = Compute.Device.Open("cpu");
        using SpikeBlock ticks = new(cpu, recording.Read(140, 21));
        byte[] upright = Texture.FromPlayback(ticks, 0, 21);
        // The spikes of that set stand for 0.6 of the light.
        Assert.InRange(Psnr(upright, gray), 24, 40);
        byte[] turned = [.. Enumerable.Range(0, upright.Length).Select(pixel => upright[(249 - pixel / 400) * 400 + pixel % 400])];
        Assert.InRange(Psnr(turned, gray), 0, 15);
    }

    static double Psnr(byte[] texture, byte[] truth) =>
        -10 * Math.Log10(texture.Zip(truth, (level, gray) => Math.Pow(Math.Min(1, level / 255.0 / 0.6) - gray / 255.0, 2)).Average());

    static double Scene(double y, double x) => 0.4 + 0.3 * Math.Sin(7 * y + 2) * Math.Cos(4 * x) + 0.2 * y;
}
