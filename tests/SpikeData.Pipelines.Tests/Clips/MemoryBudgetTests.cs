using SpikeData.Compute;

namespace SpikeData.Pipelines.Tests;

/// <summary>Huge frames are read one at a time, and refused where there is no room for one.</summary>
public sealed class MemoryBudgetTests : IDisposable
{
    readonly CpuDevice device = new();

    [Theory]
    [InlineData(1080, 1920, 4)]
    [InlineData(4320, 7680, 2)]
    [InlineData(16384, 16384, 1)]
    public void FramesAhead_AreFewerWhereTheyAreHuge(int height, int width, int expected) => Assert.Equal(expected, Decode.FramesAheadOf(height, width));

    [Fact]
    public void ClipThatNeverFits_IsRefused() =>
        Assert.Equal("SPIKE438", Assert.Throws<SpikeDataException>(() => new MemoryBudget(99).Take(Clip(100), CancellationToken.None)).Id);

    [Fact]
    public async Task ClipThatDoesNotFitYet_WaitsForAnother()
    {
        MemoryBudget budget = new(100);
        IDisposable first = budget.Take(Clip(60), CancellationToken.None);
        Task<IDisposable> second = Task.Run(() => budget.Take(Clip(60), CancellationToken.None), TestContext.Current.CancellationToken);
        using CancellationTokenSource enough = new();
        await enough.CancelAsync();
        Assert.Throws<OperationCanceledException>(() => budget.Take(Clip(60), enough.Token));
        Assert.False(second.IsCompleted);

        first.Dispose();
        (await second).Dispose();
        budget.Take(Clip(100), CancellationToken.None).Dispose();
    }

    public void Dispose() => device.Dispose();

    Clip Clip(long bytes) => new(new("/", device), new("a", "", ["/a.png"]), new(8, 8), []) { BytesRead = bytes };
}
