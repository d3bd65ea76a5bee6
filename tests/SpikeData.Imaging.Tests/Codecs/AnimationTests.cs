using SpikeData.Compute;

namespace SpikeData.Imaging.Tests;

public sealed class AnimationTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("animation-");

    [Fact]
    public void GrayGif_KeepsEveryPixel()
    {
        // Noise fills the table of codes several times over, a plain picture makes long runs.
        byte[] noise = new byte[97 * 61], plain = new byte[97 * 61];
        new Random(1).NextBytes(noise);
        string path = Write("a.gif", new(97, 61, IsGray: true, 25), noise, plain, noise);
        GifPictures gif = GifPictures.Read(path);
        Assert.Equal((97, 61), (gif.Height, gif.Width));
        Assert.Equal([4, 4, 4], gif.Centiseconds);
        Assert.Equal([noise, plain, noise], gif.Indices);
    }

    [Fact]
    public void ColorGif_AveragesToTheColorsItWasGiven()
    {
        byte[] color = [.. Enumerable.Repeat<byte[]>([40, 130, 220], 64 * 64).SelectMany(pixel => pixel)];
        GifPictures gif = GifPictures.Read(Write("a.gif", new(64, 64, IsGray: false), color));
        byte[] palette = GifPalette.Colors(gray: false);
        for (int channel = 0; channel < 3; channel++)
            Assert.Equal(color[channel], gif.Indices[0].Average(index => palette[(3 * index) + 2 - channel]), 1.0);
    }

    [Theory]
    [InlineData("a.mp4", 30, 41)]
    [InlineData("a.avi", 30, 41)]
    [InlineData("a.mkv", 30, 40)]
    public void Videos_ShowThePicturesInTheirOrder(string name, int height, int width)
    {
        byte[][] grays = [.. Enumerable.Range(0, 6).Select(frame => Enumerable.Repeat((byte)(40 * frame), height * width).ToArray())];
        using VideoReader video = new(Write(name, new(height, width, IsGray: true, 25), grays));
        Assert.Equal((height, width + (width % 2), 25), (video.Height, video.Width, video.FramesPerSecond));
        byte[] bgr = new byte[video.Height * video.Width * 3];
        for (int frame = 0; frame < 6; frame++)
        {
            Assert.True(video.TryRead(bgr));
            Assert.All(bgr, code => Assert.InRange(code, (40 * frame) - 6, (40 * frame) + 6));
        }

        Assert.False(video.TryRead(bgr));
    }

    [Fact]
    public void Folder_HoldsAPictureForEveryNumber()
    {
        string path = Write("pictures", new(2, 3, IsGray: true), [1, 2, 3, 4, 5, 6], [6, 5, 4, 3, 2, 1]);
        Assert.Equal(["000000.png", "000010.png"], Directory.EnumerateFiles(path).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        byte[] bgr = new byte[2 * 3 * 3];
        PictureFile.Read(Path.Combine(path, "000010.png"), bgr, 2, 3);
        Assert.Equal([6, 5, 4, 3, 2, 1], bgr.Where((_, channel) => channel % 3 == 0));
    }

    [Theory]
    [InlineData("a.gif")]
    [InlineData("a.mp4")]
    [InlineData("pictures")]
    public void UnfinishedAnimation_LeavesNothing(string name)
    {
        using (Animation animation = Animation.Create(Path.Combine(folder.FullName, name), new(16, 16, IsGray: true))) animation.Add(new byte[256], 0);
        Assert.Empty(folder.EnumerateFileSystemInfos());
    }

    [Fact]
    public void UnknownEnding_IsRefused() => Assert.Equal(
        "SPIKE482", Assert.Throws<SpikeDataException>(() => Animation.Create(Path.Combine(folder.FullName, "a.bmp"), new(1, 1, IsGray: true))).Id);

    public void Dispose() => folder.Delete(recursive: true);

    string Write(string name, AnimationFormat format, params byte[][] pictures)
    {
        string path = Path.Combine(folder.FullName, name);
        using Animation animation = Animation.Create(path, format);
        foreach ((int number, byte[] picture) in pictures.Index()) animation.Add(picture, 10 * number);
        animation.Finish();
        return path;
    }
}
