namespace SpikeData.Compute;

/// <summary>A kernel of either kind with its lane type filled in, at every width the host has.</summary>
interface IHostKernel
{
    void Execute16(int row, int column);

    void Execute8(int row, int column);

    void Execute4(int row, int column);

    void Execute1(int row, int column);
}
