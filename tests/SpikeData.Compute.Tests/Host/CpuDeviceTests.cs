namespace SpikeData.Compute.Tests;

public sealed class CpuDeviceTests
{
    static readonly (int Rows, int Columns)[] Shapes =
        [(0, 7), (7, 0), (1, 1), (3, 3), (5, 4), (2, 15), (3, 16), (1, 31), (40, 70), (1, 1000), (2, 8191), (3, 4096), (700, 1), (701, 33)];

    public static TheoryData<int, int, int, int> Grids() =>
    [
        .. from lanes in (int[])[1, 4, 8, 16]
           from threads in (int[])[1, 2, 5]
           from shape in Shapes
           select (lanes, threads, shape.Rows, shape.Columns),
    ];

    [Theory]
    [MemberData(nameof(Grids))]
    public void EveryPlaceOfTheGrid_IsComputedOnce(int lanes, int threads, int rows, int columns)
    {
        using var device = new CpuDevice(threads, lanes, worthSharing: 0);
        using Buffer<int> counts = device.Allocate<int>(rows * columns);
        counts.Span.Clear();
        for (int launch = 0; launch < 3; launch++) device.Run(new CountVisits(counts.View, columns), rows, columns);
        Assert.Equal(-1, counts.Span.IndexOfAnyExcept(3));
    }

    [Fact]
    public void LaunchesFromManyThreads_DoNotDisturbEachOther()
    {
        const int Rows = 64, Columns = 257, Launches = 300;
        using var device = new CpuDevice(threads: 3, lanes: 8, worthSharing: 0);
        Parallel.For(0, 6, new ParallelOptions { MaxDegreeOfParallelism = 6 }, _ =>
        {
            using Buffer<int> counts = device.Allocate<int>(Rows * Columns);
            counts.Span.Clear();
            for (int launch = 0; launch < Launches; launch++) device.Run(new CountVisits(counts.View, Columns), Rows, Columns);
            Assert.Equal(-1, counts.Span.IndexOfAnyExcept(Launches));
        });
    }

    [Fact]
    public void LaunchAfterTheThreadsFellAsleep_IsComputed()
    {
        const int Rows = 64, Columns = 64;
        using var device = new CpuDevice(threads: 4, lanes: 4, worthSharing: 0);
        using Buffer<int> counts = device.Allocate<int>(Rows * Columns);
        counts.Span.Clear();
        for (int launch = 0; launch < 5; launch++)
        {
            device.Run(new CountVisits(counts.View, Columns), Rows, Columns);
            Thread.Sleep(20);
        }

        Assert.Equal(-1, counts.Span.IndexOfAnyExcept(5));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(62)]
    public void KernelThatThrows_IsReportedAndTheDeviceGoesOn(int lastRow)
    {
        const int Rows = 64, Columns = 64;
        using var device = new CpuDevice(threads: 3, lanes: 4, worthSharing: 0);
        using Buffer<int> counts = device.Allocate<int>(Rows * Columns);
        for (int attempt = 0; attempt < 20; attempt++)
            Assert.Throws<OverflowException>(() => device.Run(new OverflowBehindRow(counts.View, lastRow, Columns), Rows, Columns));
        counts.Span.Clear();
        device.Run(new CountVisits(counts.View, Columns), Rows, Columns);
        Assert.Equal(-1, counts.Span.IndexOfAnyExcept(1));
    }

    [Fact]
    public void Launches_AllocateNothing()
    {
        const int Rows = 64, Columns = 64;
        using var device = new CpuDevice(threads: 2, lanes: 8, worthSharing: 0);
        using Buffer<int> counts = device.Allocate<int>(Rows * Columns);
        var kernel = new CountVisits(counts.View, Columns);
        device.Run(kernel, Rows, Columns);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int launch = 0; launch < 100; launch++) device.Run(kernel, Rows, Columns);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void ImpossibleSettings_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new CpuDevice(threads: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CpuDevice(lanes: 5));
    }

    [Fact]
    public void ImpossibleGrids_AreRefused()
    {
        using var device = new CpuDevice(threads: 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => device.Run(default(CountVisits), -1, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => device.Run(default(CountVisits), 4, -1));
    }

    [Fact]
    public void ClosedDevice_RefusesWork()
    {
        var device = new CpuDevice(threads: 2);
        device.Dispose();
        Assert.Throws<ObjectDisposedException>(() => device.Run(default(CountVisits), 1, 1));
    }
}
