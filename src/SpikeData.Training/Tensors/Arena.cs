using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>The memory of a step's intermediate results: lent, taken back and lent again, so that equal steps reserve nothing new.</summary>
sealed class Arena(Device device) : IDisposable
{
    readonly Dictionary<int, Shelf> shelves = [];

    /// <summary>Memory for exactly so many numbers, with whatever was left in it.</summary>
    public Buffer<float> Rent(int length)
    {
        if (!shelves.TryGetValue(length, out Shelf? shelf)) shelves.Add(length, shelf = new());
        shelf.MostLent = Math.Max(shelf.MostLent, ++shelf.Lent);
        return shelf.Free.TryPop(out Buffer<float>? buffer) ? buffer : device.Allocate<float>(length);
    }

    public void Return(Buffer<float> buffer)
    {
        Shelf shelf = shelves[buffer.Length];
        shelf.Lent--;
        shelf.Free.Push(buffer);
    }

    /// <summary>Gives back to the device what the step that ends here did not need.</summary>
    public void EndStep()
    {
        foreach (Shelf shelf in shelves.Values)
        {
            while (shelf.Free.Count + shelf.Lent > shelf.MostLent) shelf.Free.Pop().Dispose();
            shelf.MostLent = shelf.Lent;
        }
    }

    public void Dispose()
    {
        foreach (Shelf shelf in shelves.Values)
            foreach (Buffer<float> buffer in shelf.Free) buffer.Dispose();
        shelves.Clear();
    }

    /// <summary>All buffers of one length.</summary>
    sealed class Shelf
    {
        public Stack<Buffer<float>> Free { get; } = new();

        public int Lent { get; set; }

        public int MostLent { get; set; }
    }
}
