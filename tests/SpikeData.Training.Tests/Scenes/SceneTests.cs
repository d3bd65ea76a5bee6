using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Training.Tests;

public sealed class SceneTests
{
    [Theory]
    [InlineData(5, new[] { 20, 44, 68, 92, 116 })]
    [InlineData(7, new[] { 20, 36, 52, 68, 84, 100, 116 })]
    [InlineData(1, new[] { 68 })]
    public void Instants_SpreadOverTheExposure(int count, int[] expected) =>
        Assert.Equal(expected, Enumerable.Range(0, count).Select(i => Blank(137, 20).TickOf(i, count)));

    [Theory]
    [InlineData("cal_tfp_idx24_len7", 24, 7)]
    [InlineData("cal_tfp_idx68_len9", 68, 9)]
    [InlineData("cal_tfp_idx92_len21", 92, 21)]
    [InlineData("cal_tfp_idx68_len97", 68, 97)]
    public void MeanSpikes_AreThePublishedCodes(string name, int tick, int length)
    {
        NdArray spikes = Golden.Read("recon/spikes.npz", "spikes");
        Scene scene = new("golden", Black(18, 24), SpikeStream.Of(spikes.Bytes, new(18, 24)), 20, []);
        float[] mean = new float[18 * 24];
        scene.MeanSpikes(scene.Whole, tick, length, mean);
        float[] expected = Golden.Read<float>("recon/ssdm_tfp.npz", name);
        for (int i = 0; i < mean.Length; i++) Assert.Equal(expected[i], mean[i], 1e-7f);
    }

    [Fact]
    public void Part_IsCutFromTheWhole()
    {
        Scene scene = TestScenes.Stripe();
        SpikeWindow window = new(2, 3, 5, 7);
        float[] whole = new float[3 * 64 * 64], part = new float[3 * 20 * 28];
        scene.Blur(scene.Whole, whole);
        scene.Blur(window, part);
        Assert.Equal(whole[64 * 64 + (2 * 4 + 6) * 64 + 3 * 4 + 9], part[20 * 28 + 6 * 28 + 9]);
    }

    [Fact]
    public void WindowBeyondTheRecording_IsAnError() =>
        Assert.Equal("SPIKE513", Assert.Throws<SpikeDataException>(() => TestScenes.Stripe().MeanSpikes(new(0, 0, 1, 1), 3, 9, new float[1])).Id);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void PicturesOfAKnownScale_AreTaken(int scale) => Assert.Equal(scale, Scaled(8, 12, scale).Scale);

    [Theory]
    [InlineData(8, 12, 3)]
    [InlineData(8, 12, 8)]
    [InlineData(6, 12, 1)]
    public void PicturesThatNoNetworkTakes_AreAnError(int height, int width, int scale) =>
        Assert.Equal("SPIKE510", Assert.Throws<SpikeDataException>(() => Scaled(height, width, scale)).Id);

    [Fact]
    public void ExposuresOfTwoScales_AreAnError()
    {
        SceneSet scenes = new([Scaled(8, 12, 1), Scaled(8, 12, 1), Scaled(8, 12, 2)]);
        Assert.Equal(1, scenes.Scale);
        Assert.Equal("SPIKE510", Assert.Throws<SpikeDataException>(() => scenes[2]).Id);
    }

    /// <summary>A picture of 32x16 takes spikes of 8x4, four bytes a tick: ten bytes end amid a tick, and the file beside the other says 16x8.</summary>
    [Theory]
    [InlineData(10, null, "then holds 2 ticks and 2 bytes of another")]
    [InlineData(640, "width: 16\nheight: 8\n", "is said to hold frames of 16x8")]
    public void SpikesOfAnotherScale_AreRefusedWithTheSizes(int bytes, string? beside, string words)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("spikedata-tests-");
        try
        {
            (string blur, string spikes) = (Path.Combine(folder.FullName, "blur.png"), Path.Combine(folder.FullName, "spikes.dat"));
            File.WriteAllBytes(blur, Png.Color(new byte[16 * 32 * 3], 16, 32));
            File.WriteAllBytes(spikes, new byte[bytes]);
            if (beside is not null) File.WriteAllText($"{spikes}.yaml", beside);
            SpikeDataException error = Assert.Throws<SpikeDataException>(() => Scene.Read(blur, spikes, margin: 0));
            Assert.Equal("SPIKE510", error.Id);
            Assert.Contains("is 32x16, for which the model takes spikes of 8x4", error.Message, StringComparison.Ordinal);
            Assert.Contains(words, error.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static Scene Scaled(int height, int width, int scale) =>
        new("scaled", new(ElementType.UInt8, [height * scale, width * scale, 3], new byte[height * width * scale * scale * 3]), SpikeStream.Of(new byte[height * width], new(height, width)), 0, []);

    static Scene Blank(int ticks, int margin) => new("blank", Black(2, 4), SpikeStream.Of(new byte[ticks * 8], new(2, 4)), margin, []);

    static NdArray Black(int height, int width) => new(ElementType.UInt8, [height * 4, width * 4, 3], new byte[height * width * 16 * 3]);
}
