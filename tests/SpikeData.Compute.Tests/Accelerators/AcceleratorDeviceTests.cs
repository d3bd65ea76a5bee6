namespace SpikeData.Compute.Tests;

public sealed class AcceleratorDeviceTests
{
    public static TheoryData<string> Devices() => [TestDevices.Simulator, TestDevices.OpenCl];

    [Theory]
    [MemberData(nameof(Devices))]
    public void Contents_ComeBackAsUploaded(string name)
    {
        using Buffer<float> buffer = TestDevices.Open(name).Allocate<float>(5);
        buffer.Upload([1, 2, 3, 4, 5]);
        buffer.Upload([9]);
        buffer.Upload([]);
        buffer.Download([]);
        var target = new float[3];
        buffer.Download(target);
        Assert.Equal([9, 2, 3], target);
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void EmptyBufferAndEmptyGrid_AreAllowed(string name)
    {
        Device device = TestDevices.Open(name);
        using Buffer<int> buffer = device.Allocate<int>(0);
        buffer.Upload([]);
        buffer.Download([]);
        device.Run(new CountVisits(buffer.View, 0), 3, 0);
        device.Run(new CountVisits(buffer.View, 0), 0, 3);
        device.Synchronize();
        Assert.Equal(0, buffer.Length);
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void EveryLaunch_SeesTheResultOfTheOneBefore(string name)
    {
        const int Rows = 7, Columns = 13;
        Device device = TestDevices.Open(name);
        using Buffer<int> counts = device.Allocate<int>(Rows * Columns);
        counts.Upload(new int[Rows * Columns]);
        for (int launch = 0; launch < 4; launch++) device.Run(new CountVisits(counts.View, Columns), Rows, Columns);
        var result = new int[Rows * Columns];
        counts.Download(result);
        Assert.All(result, count => Assert.Equal(4, count));
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void CallsFromManyThreads_DoNotDisturbEachOther(string name)
    {
        const int Rows = 3, Columns = 13;
        Device device = TestDevices.Open(name);
        Parallel.For(0, 4, _ =>
        {
            using Buffer<int> counts = device.Allocate<int>(Rows * Columns);
            counts.Upload(new int[Rows * Columns]);
            for (int launch = 0; launch < 10; launch++) device.Run(new CountVisits(counts.View, Columns), Rows, Columns);
            var result = new int[Rows * Columns];
            counts.Download(result);
            Assert.All(result, count => Assert.Equal(10, count));
        });
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void MisuseOfABuffer_IsRefused(string name)
    {
        Device device = TestDevices.Open(name);
        Assert.Throws<ArgumentOutOfRangeException>(() => device.Allocate<int>(-1));
        Buffer<int> buffer = device.Allocate<int>(2);
        Assert.Throws<InvalidOperationException>(() => buffer.Span.Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Upload([1, 2, 3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Download(new int[3]));
        buffer.Dispose();
        buffer.Dispose();
        Assert.Throws<ObjectDisposedException>(() => buffer.View);
        Assert.Throws<ObjectDisposedException>(() => buffer.Upload([1]));
    }
}
