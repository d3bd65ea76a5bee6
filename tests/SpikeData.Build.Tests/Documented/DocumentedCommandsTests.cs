using System.Text;
using static VerifyXunit.Verifier;

namespace SpikeData.Build.Tests;

/// <summary>Every command that README and docs show does what is said, as pasted, in the order of the page.</summary>
/// <remarks>
/// A page's commands run in an empty folder that holds what the page takes for granted: <c>prepare/PAGE.sh</c> makes that. A comment before a block says
/// that it is no command (<c>shown</c>), or why it is not run (<c>not run: trains for hours</c>); those are counted by a snapshot.
/// </remarks>
public sealed class DocumentedCommandsTests(InstalledTool tool) : IClassFixture<InstalledTool>
{
    const string Shown = "shown", NotRun = "not run: ";

    // What somebody in a clone types is run here as it lies built there: an empty folder has no sources.
    static readonly (string Typed, string Run)[] FromSource =
    [
        ("dotnet run --project src/SpikeData.Cli -- ", "spikedata "),
        ("dotnet run --project samples/SpikeData.Binocular -- ", $"dotnet {Path.Combine(AppContext.BaseDirectory, "../../SpikeData.Binocular", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "SpikeData.Binocular.dll")} "),
    ];

    public static TheoryData<string> PagesWithCommands => [.. Pages().Where(page => Blocks(page).Any(IsRun))];

    [Theory]
    [MemberData(nameof(PagesWithCommands))]
    public async Task CommandsOfAPage_RunAsPasted(string page)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The lines are those of a POSIX shell.");
        string folder = tool.NewFolder(page.Replace('/', '-'));
        string prepare = Repository.File($"tests/SpikeData.Build.Tests/Documented/prepare/{Path.GetFileNameWithoutExtension(page)}.sh");
        if (File.Exists(prepare)) await Run(await File.ReadAllTextAsync(prepare, TestContext.Current.CancellationToken), prepare);
        foreach (DocumentBlock block in Blocks(page).Where(IsRun))
            await Run(FromSource.Aggregate(block.Text, (text, command) => text.Replace(command.Typed, command.Run, StringComparison.Ordinal)), $"{page}({block.Line})");

        async Task Run(string lines, string where)
        {
            DotNet.Run run = await tool.Run(folder, lines);
            Assert.True(run.Succeeded, $"{where}: exit code {run.ExitCode}\n{lines}\n{run.Output}");
        }
    }

    [Fact]
    public async Task BlocksThatAreNotRun_AreTheKnownOnes()
    {
        StringBuilder report = new();
        foreach (string page in Pages())
        {
            DocumentBlock[] blocks = [.. Blocks(page)];
            if (blocks.Length == 0) continue;
            report.Append(page).Append(": ").Append(blocks.Count(IsRun)).Append(" run").Append('\n');
            foreach (var kind in blocks.Where(block => !IsRun(block)).CountBy(block => block.Mark ?? block.Language).OrderBy(kind => kind.Key, StringComparer.Ordinal))
                report.Append("    ").Append(kind.Value).Append(' ').Append(kind.Key).Append('\n');
        }

        await Verify(report.ToString());
    }

    [Fact]
    public void EveryMark_IsOneThatIsKnown() => Assert.All(Pages().SelectMany(Blocks), block =>
        Assert.True(block.Mark is null or Shown || block.Mark.StartsWith(NotRun, StringComparison.Ordinal), block.Mark));

    static bool IsRun(DocumentBlock block) => block is { Mark: null, Language: "" or "sh" };

    static IEnumerable<DocumentBlock> Blocks(string page) => DocumentBlock.Of(File.ReadAllText(Repository.File(page)));

    // The page of errors shows what a file should say, which 'spikedata explain' prints: no place for marks.
    static IEnumerable<string> Pages() => ["README.md", "CONTRIBUTING.md", .. Directory.EnumerateFiles(Repository.File("docs"), "*.md").Select(file => $"docs/{Path.GetFileName(file)}")
        .Where(page => page != "docs/errors.md").Order(StringComparer.Ordinal)];
}
