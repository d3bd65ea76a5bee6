namespace SpikeData.Imaging;

/// <summary>The numbers of an array in a file, slice by slice across its first axis.</summary>
abstract class ArraySlices : IDisposable
{
    /// <summary>Reads neighboring slices as they lie in the file.</summary>
    /// <exception cref="SpikeData.Compute.SpikeDataException">SPIKE455, 463: the file is damaged.</exception>
    public abstract void Read(long first, int count, Span<byte> numbers);

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}
