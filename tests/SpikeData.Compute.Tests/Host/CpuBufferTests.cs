using System.Runtime.InteropServices;

namespace SpikeData.Compute.Tests;

public sealed class CpuBufferTests : IDisposable
{
    readonly CpuDevice device = new(threads: 1);

    [Fact]
    public void Contents_ComeBackAsUploaded()
    {
        using Buffer<float> buffer = device.Allocate<float>(5);
        buffer.Upload([1, 2, 3, 4, 5]);
        buffer.Upload([9]);
        var target = new float[3];
        buffer.Download(target);
        Assert.Equal([9, 2, 3], target);
        Assert.Equal([9, 2, 3, 4, 5], buffer.Span.ToArray());
    }

    /// <summary>The limit is refused before memory is taken, and what was refused is not counted.</summary>
    [Fact]
    public void MoreThanTheMachineHas_IsRefused_AndLessIsNotAfterwards()
    {
        Assert.Equal("SPIKE438", Assert.Throws<SpikeDataException>(() => MemoryLimit.Take(MemoryLimit.Bytes + 1)).Id);
        Assert.Equal("SPIKE438", Assert.Throws<SpikeDataException>(() => MemoryLimit.Require(101, "This", "file", limit: 100)).Id);
        MemoryLimit.Require(100, "This", limit: 100);
        MemoryLimit.Take(MemoryLimit.Bytes / 2);
        MemoryLimit.Return(MemoryLimit.Bytes / 2);
        for (int buffer = 0; buffer < 3; buffer++)
        {
            Buffer<float> taken = device.Allocate<float>(1 << 10);
            taken.Dispose();
            taken.Dispose();
        }

        MemoryLimit.Take(MemoryLimit.Bytes / 2);
        MemoryLimit.Return(MemoryLimit.Bytes / 2);
    }

    [Fact]
    public void EmptyBuffer_IsAllowed()
    {
        using Buffer<int> buffer = device.Allocate<int>(0);
        buffer.Upload([]);
        buffer.Download([]);
        Assert.Equal(0, buffer.Length);
        Assert.True(buffer.Span.IsEmpty);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1001)]
    public void Memory_StartsOnACacheLine(int length)
    {
        using Buffer<byte> buffer = device.Allocate<byte>(length);
        Assert.Equal(0, buffer.View.Host % 64);
    }

    [Fact]
    public void CopiesBeyondTheEnd_AreRefused()
    {
        using Buffer<int> buffer = device.Allocate<int>(2);
        Assert.Throws<ArgumentException>(() => buffer.Upload([1, 2, 3]));
        Assert.ThrowsAny<ArgumentException>(() => buffer.Download(new int[3]));
    }

    [Fact]
    public void NegativeLength_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => device.Allocate<int>(-1));

    [Fact]
    public void MoreMemoryThanThereIs_IsReportedWithTheWayOut()
    {
        var exception = Assert.Throws<SpikeDataException>(() => device.Allocate<Megabyte>(int.MaxValue));
        Assert.Equal("SPIKE438", exception.Id);
        Assert.Contains(" takes 2097152.0 GiB of memory", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DisposedBuffer_RefusesEveryUse()
    {
        Buffer<int> buffer = device.Allocate<int>(4);
        buffer.Dispose();
        buffer.Dispose();
        Assert.Throws<ObjectDisposedException>(() => buffer.View);
        Assert.Throws<ObjectDisposedException>(() => buffer.Span.Length);
        Assert.Throws<ObjectDisposedException>(() => buffer.Upload([1]));
    }

    public void Dispose() => device.Dispose();

    [StructLayout(LayoutKind.Sequential, Size = 1 << 20)]
    struct Megabyte;
}
