using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Cli.Tests;

/// <summary>What docs/formats.md tells PyTorch users to run gives what the published readers give.</summary>
public sealed partial class FormatsPageTests : IDisposable
{
    static readonly string[] Interpreters = ["python3", "/usr/bin/python3", "python"];
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("3x180x320", 180, 320)]
    [InlineData("5x8x16", 8, 16)]
    public async Task ReaderOfThePage_GivesWhatThePublishedReadersGive(string size, int height, int width)
    {
        await File.WriteAllBytesAsync(folder["a.dat"], Golden.Read<byte>($"spike-dat/dat_{size}.npz", "dat_bytes"), TestContext.Current.CancellationToken);
        await Python($"{Loader()}\nread_spikes('a.dat', {height}, {width}).tofile('a.raw')");
        Assert.Equal(Golden.Read<float>($"spike-dat/dat_{size}.npz", "loaded").Select(spike => (byte)spike), await File.ReadAllBytesAsync(folder["a.raw"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task DatasetOfThePage_GivesTheSamplesThatCSharpGives()
    {
        Sample[] samples = await Build();
        string printed = await Python($"{Loader()}\nfor s in SpikeDataset('datasets/plain', lambda path: np.fromfile(path, np.uint8)): print(len(s['blur']), s['spikes'].shape, s['spikes'].sum(), s['sharp'].shape[0])");
        string[] expected = [.. samples.Select(sample =>
        {
            SpikeStream spikes = sample.ReadSpikes();
            int fired = spikes.ToArray().As<byte>().ToArray().Count(spike => spike != 0);
            return $"{new FileInfo(sample.Files("blur")[0]).Length} ({spikes.Ticks}, {spikes.Layout.Height}, {spikes.Layout.Width}) {fired} {sample.Files("sharp").Count}";
        })];
        Assert.NotEmpty(expected);
        Assert.Equal(expected, printed.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    async Task<Sample[]> Build()
    {
        await File.WriteAllTextAsync(folder["datasets.yaml"], $$"""
            datasets:
              plain:
                - decode: { from: clip.mp4, frames: 0..11, size: 64x36 }
                - expose: { frames: 4, skip: 0 }
                - synthesize-blur
                - simulate-spikes: { margin: 0 }
                - extract-sharp
                - write: { sidecars: true }
            """, TestContext.Current.CancellationToken);
        File.Copy(Path.Combine(Root, "samples/clips/cockatoo.mp4"), folder["clip.mp4"]);
        RecipeFile file = RecipeFile.Read(folder["datasets.yaml"], StageCatalog.Shipped);
        using CpuDevice device = new();
        DatasetBuilder builder = new(new(file.Directory, device) { OutputDirectory = folder["datasets"], StoreDirectory = folder["store"] });
        Pipeline pipeline = file.Choose(["plain"])[0];
        DatasetResult built = await builder.BuildAsync(pipeline, cancellation: TestContext.Current.CancellationToken);
        Assert.Empty(built.Failures);
        return await new Dataset(pipeline).Samples(built.Directory, TestContext.Current.CancellationToken).ToArrayAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Runs a program where the test's files are, and gives what it prints; skips the test where there is no numpy.</summary>
    async Task<string> Python(string program)
    {
        foreach (string interpreter in Interpreters)
            if (await Run(interpreter, "import numpy") is { Code: 0 }) return await Run(interpreter, program) is { Code: 0, Output: var output } run ? output : throw new InvalidOperationException("Python failed.");
        Assert.Skip("There is no Python with numpy on this machine; the C# reader is compared with the same results elsewhere.");
        return "";
    }

    async Task<(int Code, string Output)?> Run(string interpreter, string program)
    {
        ProcessStartInfo start = new(interpreter, ["-c", program]) { WorkingDirectory = folder[""], RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            TestContext.Current.TestOutputHelper?.WriteLine(await error);
            return (process.ExitCode, output);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    static string Loader() => Code().Match(File.ReadAllText(Path.Combine(Root, "docs/formats.md"))).Groups[1].Value;

    static string Root { get; } = Find();

    static string Find([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../.."));

    [GeneratedRegex("```python\\n(import json.*?)```", RegexOptions.Singleline)]
    private static partial Regex Code();
}
