namespace SpikeData.Pipelines.Tests;

/// <summary>One holder at a time.</summary>
public sealed class FileLockTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    [Fact]
    public void HeldLock_IsNotGivenTwice_AndIsFreeAfterwards()
    {
        using (FileLock? held = FileLock.TryTake(folder["lock"]))
        {
            Assert.NotNull(held);
            Assert.Null(FileLock.TryTake(folder["lock"]));
        }

        using FileLock? again = FileLock.TryTake(folder["lock"]);
        Assert.NotNull(again);
    }

    [Fact]
    public async Task Waiting_EndsWhenTheHolderLetsGo_AndIsAnnouncedOnce()
    {
        var announced = new TaskCompletionSource();
        FileLock held = FileLock.TryTake(folder["lock"])!;
        Task<FileLock> waiting = Task.Run(() => FileLock.Take(folder["lock"], FileLock.TryTake, () => announced.SetResult(), TestContext.Current.CancellationToken));
        await announced.Task;

        held.Dispose();

        using FileLock taken = await waiting;
        Assert.Null(FileLock.TryTake(folder["lock"]));
    }

    [Fact]
    public async Task Waiting_CanBeCancelled()
    {
        using FileLock held = FileLock.TryTake(folder["lock"])!;
        using var enough = new CancellationTokenSource();
        Task<FileLock> waiting = Task.Run(() => FileLock.Take(folder["lock"], FileLock.TryTake, () => { }, enough.Token));

        await enough.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    public void Dispose() => folder.Dispose();
}
