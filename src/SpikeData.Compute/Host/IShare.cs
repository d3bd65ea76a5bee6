namespace SpikeData.Compute;

/// <summary>Work that consists of numbered units, any run of which may be done by any thread.</summary>
interface IShare
{
    void Do(int first, int end);
}
