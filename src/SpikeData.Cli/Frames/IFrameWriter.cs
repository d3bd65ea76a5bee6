namespace SpikeData.Cli;

/// <summary>Takes frames one after the other.</summary>
interface IFrameWriter : IDisposable
{
    /// <summary>Takes the next frame, [height, width, 3] bytes, blue, green, red.</summary>
    void Write(ReadOnlySpan<byte> pixels);

    /// <summary>Puts what was written in its place; without it, nothing half-written stays.</summary>
    void Finish();
}
