using System.Runtime.InteropServices;

namespace SpikeData.Compute.Tests;

/// <summary>The arrays of one kernel case on one device, each with a margin behind it that must stay untouched.</summary>
public sealed class TestArrays(Device device) : IDisposable
{
    const int Margin = 64;
    const byte Untouched = 0xA5;
    readonly List<IDisposable> buffers = [];
    readonly List<Func<Array>> downloads = [];

    /// <summary>An array with contents: an input, or a state that the kernel moves on.</summary>
    public View<T> Of<T>(params ReadOnlySpan<T> values)
        where T : unmanaged
    {
        var contents = new T[values.Length + Margin];
        MemoryMarshal.AsBytes(contents.AsSpan()).Fill(Untouched);
        values.CopyTo(contents);
        return Add(contents, values.Length);
    }

    /// <summary>An array the kernel fills.</summary>
    public View<T> Blank<T>(int length)
        where T : unmanaged
    {
        var contents = new T[length + Margin];
        MemoryMarshal.AsBytes(contents.AsSpan()).Fill(Untouched);
        return Add(contents, length);
    }

    public IReadOnlyList<Array> Download() => downloads.ConvertAll(download => download());

    public void Dispose() => buffers.ForEach(buffer => buffer.Dispose());

    View<T> Add<T>(T[] contents, int length)
        where T : unmanaged
    {
        Buffer<T> buffer = device.Allocate<T>(contents.Length);
        buffers.Add(buffer);
        buffer.Upload(contents);
        downloads.Add(() =>
        {
            buffer.Download(contents);
            Assert.True(
                !MemoryMarshal.AsBytes(contents.AsSpan(length)).ContainsAnyExcept(Untouched),
                "The kernel wrote behind the end of an array.");
            return contents[..length];
        });
        return buffer.View;
    }
}
