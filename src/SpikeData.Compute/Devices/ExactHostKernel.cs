using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace SpikeData.Compute;

/// <summary>A kernel of the data path on integer lanes.</summary>
readonly struct ExactHostKernel<TKernel>(TKernel kernel) : IHostKernel
    where TKernel : struct, IExactKernel
{
    readonly TKernel kernel = kernel;

    [MethodImpl(AggressiveInlining)]
    public void Execute16(int row, int column) => kernel.Execute<IntLane16>(row, column);

    [MethodImpl(AggressiveInlining)]
    public void Execute8(int row, int column) => kernel.Execute<IntLane8>(row, column);

    [MethodImpl(AggressiveInlining)]
    public void Execute4(int row, int column) => kernel.Execute<IntLane4>(row, column);

    [MethodImpl(AggressiveInlining)]
    public void Execute1(int row, int column) => kernel.Execute<IntLane1>(row, column);
}
