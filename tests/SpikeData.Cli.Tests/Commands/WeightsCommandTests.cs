using SpikeData.Imaging;

namespace SpikeData.Cli.Tests;

public sealed class WeightsCommandTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Show_ListsArraysAndCountsNumbers()
    {
        CommandLineRun run = await CommandLineRun.Of("weights", "show", Golden.Path("weights/checkpoint.pth"));
        Assert.Equal("0.weight\tf4[2, 3, 1, 1]\n0.bias\tf4[2]\n1.weight\tf4[2]\n3 arrays, 10 numbers\n", run.Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task ImportedAndExportedWeights_KeepTheirNumbers()
    {
        string[] files = [Golden.Path("weights/state-dict.pth"), folder["w.safetensors"], folder["w.npz"]];
        Assert.Equal(0, (await CommandLineRun.Of("weights", "import", files[0], files[1])).ExitCode);
        Assert.Equal(0, (await CommandLineRun.Of("weights", "export", files[1], files[2])).ExitCode);
        using Npz npz = Npz.Open(files[2]);
        Assert.Equal([-3, -1, 1, -2.5f, -0.5f, 1.5f, -2, 0, 2, -1.5f, 0.5f, 2.5f], npz.Read("transposed").As<float>().ToArray());
        Assert.Equal([-0.5f, 0, 0.5f, 1], npz.Read("part").As<float>().ToArray());
    }

    [Fact]
    public async Task HalvedWeights_KeepWhatSixteenBitsHold_AndLeaveOutWhatIsNamed()
    {
        string[] files = [Golden.Path("weights/state-dict.pth"), folder["half.safetensors"], folder["half.npz"]];
        Assert.Equal(0, (await CommandLineRun.Of("weights", "export", files[0], files[1], "--half", "--without", "part")).ExitCode);
        Assert.Equal(0, (await CommandLineRun.Of("weights", "export", files[1], files[2])).ExitCode);
        using Npz npz = Npz.Open(files[2]);
        Assert.DoesNotContain("part", npz.Names);
        Assert.Equal(ElementType.Float16, npz.Read("transposed").Type);
        Assert.Equal([-3, -1, 1, -2.5, -0.5, 1.5, -2, 0, 2, -1.5, 0.5, 2.5], npz.Read("transposed").As<Half>().ToArray().Select(number => (double)number));
    }

    [Fact]
    public async Task FileThatHoldsNoWeights_IsNamed()
    {
        await File.WriteAllTextAsync(folder["notes.txt"], "These are no weights.", TestContext.Current.CancellationToken);
        CommandLineRun run = await CommandLineRun.Of("weights", "show", folder["notes.txt"]);
        Assert.StartsWith($"{folder["notes.txt"]}: error SPIKE550: ", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
