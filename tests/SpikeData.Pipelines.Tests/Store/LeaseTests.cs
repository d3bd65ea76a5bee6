namespace SpikeData.Pipelines.Tests;

/// <summary>One holder at a time, without any lock of the file system.</summary>
public sealed class LeaseTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    [Fact]
    public void HeldLease_IsNotGivenTwice_AndIsFreeAfterwards()
    {
        using (Lease? held = Lease.TryTake(folder["lease"]))
        {
            Assert.NotNull(held);
            Assert.True(held.IsHeld);
            Assert.Null(Lease.TryTake(folder["lease"]));
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
        using Lease? again = Lease.TryTake(folder["lease"]);
        Assert.NotNull(again);
    }

    [Fact]
    public async Task ManyAtOnce_OneGetsIt()
    {
        for (int round = 0; round < 20; round++)
        {
            Abandon("lease");
            Lease?[] taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Lease.TryTake(folder["lease"]))));

            Assert.Single(taken.OfType<Lease>(), lease => lease.IsHeld);
            foreach (Lease lease in taken.OfType<Lease>()) lease.Dispose();
        }
    }

    [Fact]
    public async Task Waiting_EndsWhenTheHolderLetsGo_AndIsAnnouncedOnce()
    {
        var announced = new TaskCompletionSource();
        Lease held = Lease.TryTake(folder["lease"])!;
        Task<Lease> waiting = Task.Run(() => Lease.Take(folder["lease"], () => announced.SetResult(), TestContext.Current.CancellationToken));
        await announced.Task;

        held.Dispose();

        using Lease taken = await waiting;
        Assert.Null(Lease.TryTake(folder["lease"]));
    }

    [Fact]
    public async Task Waiting_CanBeCancelled()
    {
        using Lease held = Lease.TryTake(folder["lease"])!;
        using var enough = new CancellationTokenSource();
        Task<Lease> waiting = Task.Run(() => Lease.Take(folder["lease"], () => { }, enough.Token));

        await enough.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public void LeaseOfAProcessThatEnded_IsTakenAtOnce()
    {
        Abandon("lease");

        using Lease? taken = Lease.TryTake(folder["lease"]);
        Assert.NotNull(taken);
        Assert.Equal(["lease"], Directory.EnumerateFiles(folder.Path).Select(path => Path.GetFileName(path)));
    }

    /// <summary>Nobody here can say whether a process of another machine, of an earlier run of this one, or of another container still runs.</summary>
    [Theory]
    [InlineData("elsewhere", null, null)]
    [InlineData(null, "earlier", null)]
    [InlineData(null, null, "another container")]
    public void LeaseOfAnotherMachine_IsTakenAfterALongSilence_ByTheClockOfTheFileSystem(string? host, string? boot, string? processes)
    {
        LeaseOwner owner = EndedProcess();
        Write("lease", owner with { Host = host ?? owner.Host, Boot = boot ?? owner.Boot, Processes = processes ?? owner.Processes });

        Assert.Null(Lease.TryTake(folder["lease"]));
        File.SetLastWriteTimeUtc(folder["lease"], DateTime.UtcNow - Lease.Silence - TimeSpan.FromSeconds(5));
        using Lease? taken = Lease.TryTake(folder["lease"]);
        Assert.NotNull(taken);
    }

    [Fact]
    public void LeaseThatWasTakenAway_IsNotHeld_AndLeftToItsNextHolder()
    {
        Lease first = Lease.TryTake(folder["lease"])!;
        File.SetLastWriteTimeUtc(folder["lease"], DateTime.UtcNow - Lease.Silence - TimeSpan.FromSeconds(5));
        using Lease? second = Lease.TryTake(folder["lease"]);
        Assert.NotNull(second);

        Assert.False(first.IsHeld);
        first.Dispose();
        Assert.True(second.IsHeld);
    }

    [Fact]
    public void HolderWhoSaysThatItLives_KeepsIt_AndDoesNotTakeItBack()
    {
        using Lease held = Lease.TryTake(folder["lease"])!;
        File.SetLastWriteTimeUtc(folder["lease"], DateTime.UtcNow - Lease.Silence - TimeSpan.FromSeconds(5));
        held.Sign();
        Assert.Null(Lease.TryTake(folder["lease"]));

        File.SetLastWriteTimeUtc(folder["lease"], DateTime.UtcNow - Lease.Silence - TimeSpan.FromSeconds(5));
        using Lease? next = Lease.TryTake(folder["lease"]);
        held.Sign();
        Assert.True(next?.IsHeld);
    }

    /// <summary>As a machine leaves it that fails between making the file and writing into it.</summary>
    [Fact]
    public void LeaseWithoutAName_IsTakenSoon()
    {
        folder.Write("lease");
        Assert.Null(Lease.TryTake(folder["lease"]));
        File.SetLastWriteTimeUtc(folder["lease"], DateTime.UtcNow.AddSeconds(-10));
        using Lease? taken = Lease.TryTake(folder["lease"]);
        Assert.NotNull(taken);
    }

    public void Dispose() => folder.Dispose();

    void Abandon(string name) => Write(name, EndedProcess());

    void Write(string name, LeaseOwner owner) => File.WriteAllBytes(folder[name], Json.Write(owner));

    static LeaseOwner EndedProcess() => LeaseOwner.New() with { Started = 1 };
}
