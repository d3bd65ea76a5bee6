using SpikeData.Imaging;

namespace SpikeData.Cli.Tests;

public sealed class InterpolateCommandTests : IDisposable
{
    const int Height = 16, Width = 32;

    readonly TemporaryFolder folder = new();

    public InterpolateCommandTests()
    {
        Directory.CreateDirectory(folder["in"]);
        foreach (int level in (int[])[0, 100, 200])
        {
            byte[] pixels = new byte[Height * Width * 3];
            Array.Fill(pixels, (byte)level);
            File.WriteAllBytes(folder[$"in/{level:D3}.png"], Png.Color(pixels, Height, Width));
        }
    }

    [Fact]
    public async Task FolderOfPictures_BecomesAFolderWithMore()
    {
        CommandLineRun run = await Run("in", "out", "--method", "linear", "--factor", "4");
        Assert.Equal(("", 0), (run.Error, run.ExitCode));
        string[] files = Directory.GetFiles(folder["out"]).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(9, files.Length);
        Assert.Equal([0, 25, 50, 75, 100, 125, 150, 175, 200], files.Select(file => (int)First(file)));
    }

    [Theory]
    [InlineData("out.mp4")]
    [InlineData("out.avi")]
    public async Task FolderOfPictures_BecomesAVideo(string name)
    {
        CommandLineRun run = await Run("in", name, "--method", "linear", "--factor", "2");
        Assert.Equal(("", 0), (run.Error, run.ExitCode));
        using VideoReader video = new(folder[name]);
        Assert.Equal((Height, Width), (video.Height, video.Width));
        byte[] frame = new byte[Height * Width * 3];
        int count = 0;
        while (video.TryRead(frame)) count++;
        Assert.Equal(5, count);
        Assert.Equal([folder[name]], Directory.GetFiles(Path.GetDirectoryName(folder[name])!));
    }

    [Fact]
    public async Task FramesMadeByANetwork_StandBetweenTheRecordedOnes()
    {
        CommandLineRun run = await Run("in", "out", "--method", "rife", "--weights", Golden.Path("rife/ifnet_m_weights.npz"), "--factor", "2");
        Assert.Equal(("", 0), (run.Error, run.ExitCode));
        Assert.Equal(5, Directory.GetFiles(folder["out"]).Length);
        Assert.Equal([0, 100, 200], new[] { "000000", "000002", "000004" }.Select(name => (int)First(folder[$"out/{name}.png"])));
    }

    [Fact]
    public async Task FolderThatHoldsFiles_IsLeftAlone()
    {
        CommandLineRun run = await Run("in", "in", "--method", "linear", "--factor", "2");
        Assert.Contains("error SPIKE459: ", run.Error, StringComparison.Ordinal);
        Assert.Equal(3, Directory.GetFiles(folder["in"]).Length);
        Directory.CreateDirectory(folder["others"]);
        await File.WriteAllTextAsync(folder["others/000000.png"], "theirs", TestContext.Current.CancellationToken);
        Assert.Contains("error SPIKE488: ", (await Run("in", "others", "--method", "linear", "--factor", "2")).Error, StringComparison.Ordinal);
        Assert.Equal("theirs", await File.ReadAllTextAsync(folder["others/000000.png"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task FileThatHoldsNoFrames_IsNamed()
    {
        await File.WriteAllTextAsync(folder["notes.txt"], "no frames", TestContext.Current.CancellationToken);
        CommandLineRun run = await Run("notes.txt", "out", "--factor", "2");
        Assert.StartsWith($"{folder["notes.txt"]}: error SPIKE401: This file holds no frames.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MixedFolder_IsTakenWhole_InTheOrderOfItsNumbers_AndGapsAreNamed()
    {
        foreach ((int number, string ending, byte level) in ((int, string, byte)[])[(8, ".PNG", 8), (9, ".png", 9), (10, ".png", 10), (13, ".PNG", 13)])
        {
            Directory.CreateDirectory(folder["mixed"]);
            byte[] pixels = new byte[Height * Width * 3];
            Array.Fill(pixels, level);
            await File.WriteAllBytesAsync(folder[$"mixed/{number}{ending}"], Png.Color(pixels, Height, Width), TestContext.Current.CancellationToken);
        }

        File.Move(folder["mixed/10.png"], folder["mixed/10.jpeg"]);
        await File.WriteAllTextAsync(folder["mixed/Thumbs.db"], "", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder["mixed/._9.png"], "", TestContext.Current.CancellationToken);
        CommandLineRun run = await Run("mixed", "out", "--method", "linear", "--factor", "1");
        Assert.Equal(("", 0), (run.Error, run.ExitCode));
        Assert.Equal([8, 9, 10, 13], Directory.GetFiles(folder["out"]).Order(StringComparer.Ordinal).Select(file => (int)First(file)));
        Assert.Contains("warning: frames are missing by their numbers: 2 between 10.jpeg and 13.PNG.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PatternOfSeveralClips_IsRefused()
    {
        Directory.CreateDirectory(folder["other"]);
        File.Copy(folder["in/000.png"], folder["other/000.png"]);
        Assert.Contains("error SPIKE426: ", (await Run("*/*.png", "out", "--factor", "2")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PatternInTheOtherCase_IsNamed() =>
        Assert.Contains("000.png would match in the other case", (await Run("in/*.PNG", "out", "--factor", "2")).Error, StringComparison.Ordinal);

    /// <summary>Thirteen frames, uneven; five of them, even and halved in size; 25 instants a second.</summary>
    [Theory]
    [InlineData("uneven.mp4", 1, "error SPIKE446", "--timing as-is")]
    [InlineData("uneven.mp4", 0, ": 25 frames", "taken for even", "--timing", "as-is")]
    [InlineData("uneven.mp4", 0, ": 9 frames", "", "--frames", "0..4", "--size", "32x24", "--color-matrix", "bt709", "--color-range", "full")]
    [InlineData("mpeg4-repeats.avi", 0, ": 19 frames", "3 of 10 frames repeat", "--timing", "resample", "--rate", "25")]
    [InlineData("uneven.mp4", 1, "error SPIKE486", "--damaged cut", "--damaged", "skip-clip")]
    public async Task WhatDecodeTakes_IsTaken_AndErrorsNameOptions(string name, int code, string said, string alsoSaid, params string[] options)
    {
        CommandLineRun run = await CommandLineRun.Of(["interpolate", Golden.Path($"videos/{name}"), folder["out"], "--method", "linear", "--factor", "2", .. options]);
        Assert.Equal(code, run.ExitCode);
        Assert.Contains(said, run.Output + run.Error, StringComparison.Ordinal);
        Assert.Contains(alsoSaid, run.Output + run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("in decode", run.Output + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DamagedVideo_IsRefusedOrCut()
    {
        byte[] bytes = File.ReadAllBytes(Golden.Path("videos/ffv1-411.mkv"));
        bytes[^200] ^= 0xff;
        await File.WriteAllBytesAsync(folder["damaged.mkv"], bytes, TestContext.Current.CancellationToken);
        Assert.Contains("give --damaged cut to use the frames before", (await Run("damaged.mkv", "out", "--method", "linear", "--factor", "2")).Error, StringComparison.Ordinal);
        CommandLineRun cut = await Run("damaged.mkv", "cut", "--method", "linear", "--factor", "2", "--damaged", "cut");
        Assert.Equal(0, cut.ExitCode);
        Assert.Contains(": 3 frames", cut.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AbsentWeights_AreNamedWithTheirOrigin()
    {
        CommandLineRun run = await Run("in", "out", "--method", "xvfi", "--factor", "2");
        Assert.Contains("error SPIKE522: There is no models/XVFInet_X4K1000FPS_exp1_latest.pt in ", run.Error, StringComparison.Ordinal);
        Assert.Contains("name it with --weights", run.Error, StringComparison.Ordinal);
    }

    static byte First(string file)
    {
        byte[] pixels = new byte[Height * Width * 3];
        PictureFile.Read(file, pixels, Height, Width);
        return pixels[0];
    }

    Task<CommandLineRun> Run(string from, string to, params string[] options) => CommandLineRun.Of(["interpolate", folder[from], folder[to], .. options]);

    public void Dispose() => folder.Dispose();
}
