using ILGPU;

namespace SpikeData.Compute;

/// <summary>What a GPU thread does: finds its place in the grid and computes it. Neighboring threads take neighboring columns.</summary>
static class GridKernels
{
    public static void Exact<TKernel>(Index1D place, int firstRow, int columns, TKernel kernel)
        where TKernel : struct, IExactKernel
    {
        int row = place / columns;
        kernel.Execute<DeviceIntLane>(firstRow + row, place - row * columns);
    }

    public static void Float<TKernel>(Index1D place, int firstRow, int columns, TKernel kernel)
        where TKernel : struct, IFloatKernel
    {
        int row = place / columns;
        kernel.Execute<DeviceFloatLane>(firstRow + row, place - row * columns);
    }
}
