using SpikeData.Compute;

namespace SpikeData.Imaging.Tests;

/// <summary>Results appear as a whole, and take the place of nothing that is not ours.</summary>
public sealed class DraftTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("spikedata-").FullName;

    string this[string name] => Path.Combine(folder, name);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void FolderThatIsNotPublished_LeavesNothing()
    {
        using (Draft draft = new(this["deep/er/out"])) Fill(draft, "a");
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [Theory]
    [InlineData("out")]
    [InlineData("out/")]
    [InlineData("deep/er/out")]
    public void PublishedFolder_IsThere_AndReplacedByTheNext(string name)
    {
        Publish(this[name], "a");
        Assert.Equal(["a"], Names(this[name]));
        Publish(this[name], "b", "c");
        Assert.Equal(["b", "c"], Names(this[name]));
        Assert.Single(Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public void EmptyFolder_IsTaken_ThroughALinkToo()
    {
        Directory.CreateDirectory(this["real"]);
        Directory.CreateSymbolicLink(this["link"], this["real"]);
        Publish(this["link"], "a");
        Assert.Equal(["a"], Names(this["real"]));
        Assert.Equal(this["real"], new FileInfo(this["link"]).LinkTarget);
    }

    [Theory]
    [InlineData("notes.txt")]
    [InlineData("sub/notes.txt")]
    public void FolderWithAFileOfSomebodyElse_IsRefused_BeforeTheWorkAndAfterIt(string foreign)
    {
        using Draft draft = new(this["out"]);
        Fill(draft, "a");
        Write(Path.Combine("out", foreign), "ideas");
        Assert.Equal("SPIKE488", Assert.Throws<SpikeDataException>(draft.Publish).Id);
        Assert.Equal("SPIKE488", Assert.Throws<SpikeDataException>(() => new Draft(this["out"])).Id);
        Assert.Contains(Path.GetFileName(foreign), Assert.Throws<SpikeDataException>(() => Replacement.OfFolder(this["out"], force: true)).Message, StringComparison.Ordinal);
        Assert.Equal("ideas", File.ReadAllText(this[Path.Combine("out", foreign)]));
    }

    [Fact]
    public void FileThatWasChangedSince_TakesForce_AndIsListed()
    {
        Publish(this["out"], "a", "b");
        File.AppendAllText(this["out/a"], "edited");
        Assert.Contains("a. Name", Assert.Throws<SpikeDataException>(() => Replacement.OfFolder(this["out"], force: false)).Message, StringComparison.Ordinal);
        Assert.Equal(["a", "b"], Replacement.OfFolder(this["out"], force: true));
    }

    [Fact]
    public void LinkInAFolder_IsSomebodyElses()
    {
        Publish(this["out"], "a");
        Write("thesis", "years");
        File.CreateSymbolicLink(this["out/b"], this["thesis"]);
        Assert.Equal("SPIKE488", Assert.Throws<SpikeDataException>(() => Replacement.OfFolder(this["out"], force: true)).Id);
    }

    [Fact]
    public void File_IsReplacedWhileItIsAsItWasWritten()
    {
        DraftFile.Write(this["a"], "one");
        Assert.Equal([this["a"]], Replacement.OfFile(this["a"], force: false));
        File.WriteAllText(this["a"], "two!");
        Assert.Equal("SPIKE488", Assert.Throws<SpikeDataException>(() => Replacement.OfFile(this["a"], force: false)).Id);
        Assert.Equal([this["a"]], Replacement.OfFile(this["a"], force: true));
        Assert.Empty(Replacement.OfFile(this["b"], force: false));
    }

    [Fact]
    public void LinkAndDevice_AreNoPlacesForAFile()
    {
        File.CreateSymbolicLink(this["link"], this["nowhere"]);
        foreach (string path in (string[])[this["link"], .. OperatingSystem.IsLinux() ? ["/dev/null"] : Array.Empty<string>()])
            Assert.Equal("SPIKE489", Assert.Throws<SpikeDataException>(() => Replacement.OfFile(path, force: true)).Id);
    }

    /// <summary>A name of ours whose lock nobody holds is what a killed process leaves.</summary>
    [Fact]
    public void DraftsOfDeadProcesses_AreRemovedByTheNext_AndNothingElse()
    {
        string left = DraftName.New(this["out"]), leftFile = DraftName.New(this["out"]), ofAnother = DraftName.New(this["other"]);
        string ofAnotherMachine = left.Replace(Path.GetFileName(left)[4..12], Path.GetFileName(left)[4..12] == "00000000" ? "11111111" : "00000000", StringComparison.Ordinal);
        foreach (string draft in (string[])[left, ofAnotherMachine]) Write(Path.Combine(draft, DraftName.OwnerName), "");
        Write(Path.Combine(left, "new/out/a"), "half");
        Write(leftFile, "half");
        Write(ofAnother, "half");
        Write("out.draft/notes.txt", "ideas");
        using Draft live = new(this["out"]);

        Publish(this["out"], "a");
        Assert.Equal(
            new[] { Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(live.Content))!), "out", "out.draft", Path.GetFileName(ofAnother), Path.GetFileName(ofAnotherMachine) }.Order(StringComparer.Ordinal),
            Directory.GetFileSystemEntries(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
    }

    /// <summary>Killed between the two renames, a process leaves the old folder in its draft.</summary>
    [Fact]
    public void FolderThatWasAboutToBeReplaced_GoesBack()
    {
        Publish(this["out"], "a");
        string left = DraftName.New(this["out"]);
        Write(Path.Combine(left, DraftName.OwnerName), "");
        Directory.CreateDirectory(Path.Combine(left, "old"));
        Directory.Move(this["out"], Path.Combine(left, "old", "out"));

        new Draft(this["out"]).Dispose();
        Assert.Equal(["a"], Names(this["out"]));
        Assert.False(Directory.Exists(left));
    }

    [Fact]
    public void NameOf255Bytes_CanBeWritten()
    {
        string name = new('ü', 127);
        DraftFile.Write(this[name], "text");
        Publish(this[new string('n', 250)], "a");
        Assert.Equal("text", File.ReadAllText(this[name]));
    }

    static string[] Names(string path) => [.. Directory.GetFileSystemEntries(path).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal)];

    void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);
    }

    static void Publish(string target, params string[] files)
    {
        using Draft draft = new(target);
        Fill(draft, files);
        draft.Publish();
    }

    static void Fill(Draft draft, params string[] files)
    {
        Directory.CreateDirectory(draft.Content);
        foreach (string file in files) File.WriteAllText(Path.Combine(draft.Content, file), file);
    }
}
