using System.Runtime.InteropServices;

namespace SpikeData.Compute.Tests;

/// <summary>The arrays of one kernel case on one device, each between two margins that a kernel must neither change nor depend on.</summary>
public sealed unsafe class TestArrays(Device device, byte marginByte) : IDisposable
{
    const int Margin = 64;
    readonly List<IDisposable> buffers = [];
    readonly List<Func<Array>> downloads = [];

    /// <summary>An array with contents: an input, or a state that the kernel moves on.</summary>
    public View<T> Of<T>(params ReadOnlySpan<T> values)
        where T : unmanaged
    {
        T[] contents = Uninitialized<T>(values.Length);
        values.CopyTo(contents.AsSpan(Margin));
        return Add(contents, values.Length);
    }

    /// <summary>An array the kernel fills, to the last element.</summary>
    public View<T> Blank<T>(int length)
        where T : unmanaged => Add(Uninitialized<T>(length), length);

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
            AssertUntouched(MemoryMarshal.AsBytes(contents.AsSpan(0, Margin)), "in front of an array");
            AssertUntouched(MemoryMarshal.AsBytes(contents.AsSpan(Margin + length)), "behind the end of an array");
            return contents[Margin..(Margin + length)];
        });
        return device.IsHost
            ? new(default, buffer.View.Host + Margin * sizeof(T))
            : new(buffer.View.Device.SubView(Margin, length), 0);
    }

    T[] Uninitialized<T>(int length)
        where T : unmanaged
    {
        var contents = new T[Margin + length + Margin];
        MemoryMarshal.AsBytes(contents.AsSpan()).Fill(marginByte);
        return contents;
    }

    void AssertUntouched(ReadOnlySpan<byte> margin, string place) =>
        Assert.True(!margin.ContainsAnyExcept(marginByte), $"The kernel wrote {place}.");
}
