using SpikeData.Compute;

namespace SpikeData.Pipelines.Tests;

/// <summary>Unchanged source files are not read again; changed ones are, however they changed.</summary>
public sealed class SourceDigestsTests : IDisposable
{
    static readonly DateTime LongAgo = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    readonly TemporaryFolder folder = new();
    readonly List<string> read = [];
    static readonly TimeProvider Later = new Clock(TimeSpan.FromHours(1));
    TimeProvider now = Later;

    [Fact]
    public void SecondLook_ReadsNothing()
    {
        ClipSource clip = Clip("a", "b");

        string[] first = Look(clip);
        read.Clear();

        Assert.Equal(first, Look(clip));
        Assert.Empty(read);
        Assert.Equal([Digest.OfText("a"), Digest.OfText("b")], first);
    }

    [Fact]
    public void FileOfOtherContent_IsReadAlone()
    {
        ClipSource clip = Clip("a", "b");
        Look(clip);
        read.Clear();
        Write("1.png", "c", LongAgo.AddSeconds(1));

        Assert.Equal([Digest.OfText("a"), Digest.OfText("c")], Look(clip));
        Assert.Equal([folder["1.png"]], read);
    }

    [Fact]
    public void FileReplacedByOneOfTheSameSizeAndTime_IsNoticedByItsInode()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("Inodes are looked at on Linux.");
        ClipSource clip = Clip("a", "b");
        Look(clip);
        Write("other.png", "c", LongAgo);
        File.Move(folder["other.png"], folder["1.png"], overwrite: true);

        Assert.Equal([Digest.OfText("a"), Digest.OfText("c")], Look(clip));
    }

    [Fact]
    public void FileWrittenAgainWithItsOldTime_IsNoticedByTheTimeOfItsChange()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("The time of a change is looked at on Linux.");
        ClipSource clip = Clip("a", "b");
        Look(clip);
        Thread.Sleep(20);
        Write("1.png", "c", LongAgo);

        Assert.Equal([Digest.OfText("a"), Digest.OfText("c")], Look(clip));
    }

    [Fact]
    public void FileWrittenAMomentAgo_IsReadAgain_SinceItCouldChangeWithinItsTimeStamp()
    {
        ClipSource clip = Clip("a", "b");
        now = TimeProvider.System;
        Look(clip);
        read.Clear();
        now = Later;
        Look(clip);
        read.Clear();
        File.SetLastWriteTimeUtc(folder["0.png"], Later.GetUtcNow().UtcDateTime);
        Look(clip);
        read.Clear();

        Look(clip);

        Assert.Equal([folder["0.png"]], read);
    }

    [Fact]
    public void DamagedMemory_IsNoMemory()
    {
        ClipSource clip = Clip("a", "b");
        string[] expected = Look(clip);
        foreach (string file in Directory.EnumerateFiles(folder["cache"])) File.WriteAllBytes(file, File.ReadAllBytes(file)[..^20]);

        Assert.Equal(expected, Look(clip));
    }

    [Fact]
    public void FileThatIsGone_IsNamed()
    {
        ClipSource clip = Clip("a", "b");
        File.Delete(folder["1.png"]);

        var error = Assert.Throws<SpikeDataException>(() => Look(clip));

        Assert.Equal("SPIKE402", error.Id);
        Assert.Contains(folder["1.png"], error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FilesThatStayedTheSame_AreUnchanged_HoweverFreshTheyAre()
    {
        now = TimeProvider.System;
        Digests.AssertUnchanged(Digests.Of(Clip("a", "b"), null, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
    }

    /// <summary>The bytes are compared, since the stamp is the same: another file system could not tell the two instants apart.</summary>
    [Fact]
    public void FileThatChangedWithinTheGrainOfItsTime_IsNoticedByItsBytes()
    {
        Clip("a", "b");
        SourceFile stale = new(folder["1.png"], FileStamp.Of(folder["1.png"]), Digest.OfText("c"), IsSettled: false);

        Assert.Equal("SPIKE402", Assert.Throws<SpikeDataException>(() => Digests.AssertUnchanged([stale], TestContext.Current.CancellationToken)).Id);
    }

    /// <summary>Nobody knows what was read in between.</summary>
    [Fact]
    public void FileThatChangedAndChangedBack_IsNoticed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The time of a change is looked at on Linux.");
        SourceFile[] files = Digests.Of(Clip("a", "b"), null, TestContext.Current.CancellationToken);
        Thread.Sleep(20);
        Write("1.png", "c", LongAgo);
        Write("1.png", "b", LongAgo);

        SpikeDataException changed = Assert.Throws<SpikeDataException>(() => Digests.AssertUnchanged(files, TestContext.Current.CancellationToken));
        Assert.Contains(folder["1.png"] + " changed", changed.Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    ClipSource Clip(params string[] contents)
    {
        foreach ((int index, string content) in contents.Index()) Write($"{index}.png", content, LongAgo);
        return new("clip", "", [.. contents.Index().Select(each => folder[$"{each.Index}.png"])]);
    }

    void Write(string name, string content, DateTime time)
    {
        folder.Write(name, content);
        File.SetLastWriteTimeUtc(folder[name], time);
    }

    string[] Look(ClipSource clip) => [.. Digests.Of(clip, Note).Select(file => file.Digest)];

    SourceDigests Digests => new(folder["cache"], jobs: 2, now);

    void Note(string path)
    {
        lock (read) read.Add(path);
    }

    sealed class Clock(TimeSpan ahead) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;
    }
}
