using System.Text.Json.Nodes;

namespace SpikeData.Cli.Tests.Written;

/// <summary>What a command leaves that was killed, held against what was there before and what a whole run writes.</summary>
sealed class Aftermath(Deeds deeds, Deed deed)
{
    static readonly string[] OfOthers = ["notes.txt", "pictures.draft", "shards.draft", "a.npy.draft", "thesis"];

    readonly string folder = deeds.Out("");
    SortedDictionary<string, string> others = [];
    string[] old = [], made = [], last = [];

    /// <summary>Makes what is there before.</summary>
    public async Task Prepare()
    {
        FolderCopy.Put(deeds.Clean, folder);
        foreach (Func<Task> before in deed.Before) await before();
        (old, others) = (States(), Others());
    }

    /// <summary>A whole run.</summary>
    public Task RunOnce() => Run(deed.Line);

    /// <summary>What follows it, and what is there then.</summary>
    public async Task Complete()
    {
        made = States();
        foreach (string[] line in deed.After) await Run(line);
        last = States();
        Assert.DoesNotContain("", last);
    }

    /// <summary>Every result is the old one, the new one or not there; the same command ends with the bytes of one that nobody disturbed, and leaves nothing else.</summary>
    public async Task AssertGoesOn()
    {
        Assert.All(States().Index(), state => Assert.Contains(state.Item, (string[])["", old[state.Index], made[state.Index]]));
        if (!deed.IsOnce || States()[0].Length == 0) await Run(deed.Line);
        foreach (string[] line in deed.After) await Run(line);
        Assert.Equal(last, States());
        Assert.Equal(others, Others());
        Assert.Empty(Leftovers());
    }

    /// <summary>The process that was copied goes on, but in the copy what it holds is that of one that has ended, some time ago.</summary>
    public void Bury()
    {
        foreach (string path in Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(path => IsLease(path) && new FileInfo(path).Length > 0))
        {
            JsonNode owner = JsonNode.Parse(File.ReadAllText(path))!;
            owner["started"] = 1;
            File.WriteAllText(path, owner.ToJsonString());
        }

        Age();
    }

    /// <summary>What is there for a moment only is removed when it is old.</summary>
    public void Age()
    {
        foreach (string path in Directory.GetFileSystemEntries(folder, "*", SearchOption.AllDirectories).Where(path => IsMomentary(path) || IsLease(path)))
            Directory.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddDays(-2));
    }

    /// <summary>What was damaged is an error on a line of its own, even where it was mended.</summary>
    static async Task Run(string[] line)
    {
        CommandLineRun run = await CommandLineRun.Of(line);
        Assert.True(run.ExitCode == 0, $"{string.Join(' ', line)}\n{run.Output}\n{run.Error}");
    }

    string[] States() => [.. deed.Results.Select(StateOf)];

    /// <summary>What lies at a result's place, as one text; nothing where there is none.</summary>
    string StateOf(string result)
    {
        if (!Path.Exists(deed.Mark is null ? result : Path.Combine(result, deed.Mark))) return "";
        return Directory.Exists(result)
            ? string.Join('\n', FolderCopy.Content(result).Where(file => !IsAside(file.Key)).Select(file => $"{file.Key} {file.Value}"))
            : FolderCopy.Digest(result);
    }

    SortedDictionary<string, string> Others() =>
        new(FolderCopy.Content(folder).Where(file => OfOthers.Contains(file.Key.Split('/')[0])).ToDictionary(), StringComparer.Ordinal);

    string[] Leftovers()
    {
        string drafts = Path.Combine(folder, "artifacts/store/drafts");
        IEnumerable<string> all = Directory.GetFileSystemEntries(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path));
        return [.. all.Where(path => (IsAside(path) || IsLease(path)) && !OfOthers.Contains(path)), .. Directory.Exists(drafts) ? Directory.GetFileSystemEntries(drafts) : []];
    }

    /// <summary>Files on their way, and the list of an unfinished build, are no part of a result.</summary>
    static bool IsAside(string path) => path.EndsWith(".draft", StringComparison.Ordinal) || IsMomentary(path) || path.Contains("unfinished", StringComparison.Ordinal);

    static bool IsMomentary(string path) => Path.GetExtension(path) is ".begun" or ".gone" or ".now";

    static bool IsLease(string path) => Path.GetExtension(path) is ".claim" or ".user" || Path.GetFileName(path) == ".lock";
}
