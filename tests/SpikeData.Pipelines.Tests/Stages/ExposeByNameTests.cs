using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines.Tests;

/// <summary>GOPRO's own blurry images: how many frames each is the mean of stands in the name of the clip.</summary>
public sealed class ExposeByNameTests : IDisposable
{
    const int Height = 3, Width = 5;

    readonly TemporaryFolder folder = new();
    readonly CpuDevice device = new();

    [Theory]
    [InlineData("GOPR????_{frames}_??", "GOPR0372_07_00", 7)]
    [InlineData("GOPR????_{frames}_??", "GOPR0378_13_00", 13)]
    [InlineData("GOPR????_{frames}_??", "GOPR0378_13_000", null)]
    [InlineData("GOPR????_{frames}_??", "street", null)]
    [InlineData("*{frames}*", "a12b", 12)]
    [InlineData("*_{frames}_*", "a_1_2_b", null)]
    [InlineData("*{frames}", "a99999999999", null)]
    public void Name_SaysANumber_OrNone(string form, string name, int? expected) => Assert.Equal(expected, NameWithFrames.Parse(form).Read(name));

    [Theory]
    [InlineData("GOPR_07")]
    [InlineData("{frames}_{frames}")]
    [InlineData("{clip}_{frames}")]
    [InlineData("a/{frames}")]
    public void PatternThatCannotBe_IsRefused(string form) => Assert.Throws<FormatException>(() => NameWithFrames.Parse(form));

    /// <summary>Expected: means and powers in double precision, and .NET's rounding, none of which the data path has.</summary>
    [Theory]
    [InlineData("GOPR0372_07_00", 7, 15, 1.0)]
    [InlineData("GOPR0384_11_05", 11, 23, 1.0)]
    [InlineData("GOPR0378_13_00", 13, 26, 2.2)]
    [InlineData("GOPR0384_11_05", 11, 22, 2.2)]
    public async Task BlurryImage_IsTheMeanOfSoManyFrames_AndTheSharpOneIsInItsMiddle(string clip, int frames, int recorded, double exponent)
    {
        byte[][] film = [.. Enumerable.Range(0, recorded).Select(frame => Filmed(clip, frame))];
        foreach ((int frame, byte[] picture) in film.Index()) Picture(clip, 323 + frame, picture);

        await Build(exponent);

        for (int exposure = 0; exposure < recorded / frames; exposure++)
        {
            byte[][] exposed = film[(exposure * frames)..((exposure + 1) * frames)];
            byte[] blur = [.. Enumerable.Range(0, Height * Width * 3).Select(i => Code(exposed.Average(frame => Math.Pow(frame[i] / 255.0, exponent)), exponent))];
            string label = $"{exposure * frames + frames / 2:000000}.png";
            Assert.Equal(blur, Read($"blur_data/{clip}/{label}"));
            Assert.Equal(exposed[frames / 2], Read($"sharp_data/{clip}/{label}"));
        }

        Assert.Equal(recorded / frames, Directory.GetFiles(folder[$"artifacts/datasets/large/train/blur_data/{clip}"]).Length);
    }

    [Theory]
    [InlineData("street")]
    [InlineData("GOPR0372_00_00")]
    public async Task NameWithoutANumber_IsAnErrorOfItsClip(string clip)
    {
        Picture(clip, 1, Filmed(clip, 1));
        BuildFailure failure = Assert.Single((await Result(1)).Failures);
        Assert.Equal("SPIKE523", failure.Id);
        Assert.Contains($"'{clip}'", failure.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        device.Dispose();
        folder.Dispose();
    }

    static byte Code(double light, double exponent) => (byte)Math.Round(255 * Math.Pow(light, 1 / exponent), MidpointRounding.ToEven);

    static byte[] Filmed(string clip, int frame)
    {
        byte[] picture = new byte[Height * Width * 3];
        new Random(clip.Length * 1000 + frame).NextBytes(picture);
        return picture;
    }

    void Picture(string clip, int number, byte[] bgr)
    {
        string path = folder[$"raw/train/{clip}/{number:000000}.png"];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, Png.Color(bgr, Height, Width));
    }

    byte[] Read(string path)
    {
        byte[] bgr = new byte[Height * Width * 3];
        PictureFile.Read(folder[$"artifacts/datasets/large/train/{path}"], bgr, Height, Width);
        return bgr;
    }

    async Task Build(double exponent) => Assert.Empty((await Result(exponent)).Failures);

    Task<DatasetResult> Result(double exponent) => new DatasetBuilder(new(folder.Path, device)).BuildAsync(
        new TestPipeline(
            "large",
            new Decode(SourcePattern.Parse("raw/{split}/{clip}/*.png"), FramesPerSecond: 240),
            new ExposeByName(NameWithFrames.Parse("GOPR????_{frames}_??")),
            new SynthesizeBlur(exponent > 1 ? new GammaResponse(exponent) : null),
            new ExtractSharp(),
            new Write()),
        cancellation: TestContext.Current.CancellationToken);
}
