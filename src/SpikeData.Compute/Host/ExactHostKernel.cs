using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace SpikeData.Compute;

/// <summary>A kernel of the data path on integer lanes.</summary>
/// <remarks>Its field can be written so that calls need no copy of the kernel, as they would on a read-only field of a type parameter.</remarks>
struct ExactHostKernel<TKernel>(TKernel kernel) : IHostKernel
    where TKernel : struct, IExactKernel
{
    TKernel kernel = kernel;

    [MethodImpl(AggressiveInlining)]
    public void Execute16(int row, int column) => kernel.Execute<IntLane16>(row, column);

    [MethodImpl(AggressiveInlining)]
    public void Execute8(int row, int column) => kernel.Execute<IntLane8>(row, column);

    [MethodImpl(AggressiveInlining)]
    public void Execute4(int row, int column) => kernel.Execute<IntLane4>(row, column);

    [MethodImpl(AggressiveInlining)]
    public void Execute1(int row, int column) => kernel.Execute<IntLane1>(row, column);
}
