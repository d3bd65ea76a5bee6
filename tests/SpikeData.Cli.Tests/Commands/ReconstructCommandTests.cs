using SpikeData.Imaging;

namespace SpikeData.Cli.Tests;

/// <summary>Pictures of recordings, by one command.</summary>
public sealed class ReconstructCommandTests : IDisposable
{
    const int Ticks = 137, Height = 18, Width = 24, Pixels = Height * Width;
    readonly TemporaryFolder folder = new();

    public ReconstructCommandTests()
    {
        SpikeStream spikes = SpikeStream.Of(Golden.Read<byte>("recon/spikes.npz", "spikes"), new(Height, Width));
        using FileStream file = File.Create(folder["spikes.dat"]);
        SpikeDat.Write(file, spikes);
    }

    [Theory]
    [InlineData("tfp_frame_key", "--method", "tfp", "--window", "33")]
    [InlineData("tfi_frame_key_w20", "--method", "tfi")]
    [InlineData("tfi_frame_key_w11", "--method", "tfi", "--reach", "11")]
    public async Task Picture_IsSpikeCVs(string golden, params string[] method)
    {
        await Run(["spikes.dat", "--size", "24x18", .. method, "--output", "picture.png"]);
        Assert.Equal(Golden.Read<byte>("recon/tfp_tfi.npz", golden), Gray("picture.png"));
    }

    [Fact]
    public async Task Arrays_HoldEveryMomentAskedFor()
    {
        await Run("spikes.dat", "--size", "24x18", "--method", "tfp", "--window", "11", "--ticks", "5..131", "--every", "3", "--output", "pictures.npz");
        using Npz arrays = Npz.Open(folder["pictures.npz"]);
        byte[] golden = Golden.Read<byte>("recon/tfp_tfi.npz", "tfp_images_half5");
        Assert.Equal(Enumerable.Range(0, 43).Select(place => 5L + (3 * place)), arrays.Read("ticks").As<long>().ToArray());
        Assert.Equal([43, Height, Width], arrays.Read("pictures").Shape.ToArray());
        Assert.Equal(Enumerable.Range(0, 43).SelectMany(place => golden.Skip(3 * place * Pixels).Take(Pixels)), arrays.Read("pictures").As<byte>().ToArray());
    }

    [Theory]
    [InlineData("motion.gif", "stp")]
    [InlineData("texture.mp4", "tfstp")]
    [InlineData("lengths.mkv", "dsft")]
    public async Task Animation_IsWritten(string output, string method)
    {
        string said = await Run("spikes.dat", "--size", "24x18", "--method", method, "--ticks", "60..66", "--output", output);
        Assert.Contains("7 pictures of 24x18", said, StringComparison.Ordinal);
        Assert.True(new FileInfo(folder[output]).Length > 500);
    }

    [Fact]
    public async Task Folder_HoldsAPictureForEveryTick()
    {
        await Run("spikes.dat", "--size", "24x18", "--ticks", "68", "--window", "33", "--output", "pictures");
        Assert.Equal(Golden.Read<byte>("recon/tfp_tfi.npz", "tfp_frame_key"), Gray("pictures/000068.png"));
    }

    [Fact]
    public async Task Sidecar_SaysTheSize()
    {
        await File.WriteAllTextAsync(folder["spikes.dat.yaml"], "width: 24\nheight: 18\n", TestContext.Current.CancellationToken);
        await Run("spikes.dat", "--window", "33", "--output", "picture.png");
        Assert.Equal(Golden.Read<byte>("recon/tfp_tfi.npz", "tfp_frame_key"), Gray("picture.png"));
    }

    [Theory]
    [InlineData("SPIKE450", "--output", "a.png")]
    [InlineData("SPIKE473", "--size", "24x18", "--ticks", "100..137", "--output", "a.gif")]
    [InlineData("SPIKE482", "--size", "24x18", "--output", "a.bmp")]
    [InlineData("SPIKE484", "--size", "24x18", "--ticks", "1..2", "--output", "a.png")]
    public async Task WhatCannotBe_IsSaidAndNothingWritten(string id, params string[] words)
    {
        CommandLineRun run = await CommandLineRun.Of(Words(["spikes.dat", .. words]));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"error {id}: ", run.Error, StringComparison.Ordinal);
        Assert.Equal(["spikes.dat"], Directory.EnumerateFileSystemEntries(folder[""]).Select(path => Path.GetFileName(path)));
    }

    [Theory]
    [InlineData("--size", "24by18")]
    [InlineData("--rows", "sideways")]
    [InlineData("--every", "0")]
    [InlineData("--method", "guess")]
    public async Task WrongWord_IsMisuse(string option, string value) =>
        Assert.Equal(2, (await CommandLineRun.Of(Words("spikes.dat", "--output", "a.png", option, value))).ExitCode);

    public void Dispose() => folder.Dispose();

    async Task<string> Run(params string[] words)
    {
        CommandLineRun run = await CommandLineRun.Of(Words(words));
        Assert.Equal(("", 0), (run.Error, run.ExitCode));
        return run.Output;
    }

    /// <summary>Names of files become paths in the folder of the test.</summary>
    string[] Words(params string[] words) => ["reconstruct", folder[words[0]], .. words.Skip(1).Select((word, place) => words[place] == "--output" ? folder[word] : word)];

    byte[] Gray(string file)
    {
        byte[] bgr = new byte[Pixels * 3];
        PictureFile.Read(folder[file], bgr, Height, Width);
        return [.. bgr.Where((_, channel) => channel % 3 == 0)];
    }
}
