using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace SpikeData.Compute;

/// <summary>A kernel of the learned parts on float lanes.</summary>
/// <remarks>Its field can be written so that calls need no copy of the kernel, as they would on a read-only field of a type parameter.</remarks>
struct FloatHostKernel<TKernel>(TKernel kernel) : IHostKernel
    where TKernel : struct, IFloatKernel
{
    TKernel kernel = kernel;

    [MethodImpl(AggressiveInlining)]
    public void Execute16(int row, int column) => kernel.Execute<FloatLane16>(row, column);

    [MethodImpl(AggressiveInlining)]
    public void Execute8(int row, int column) => kernel.Execute<FloatLane8>(row, column);

    [MethodImpl(AggressiveInlining)]
    public void Execute4(int row, int column) => kernel.Execute<FloatLane4>(row, column);

    [MethodImpl(AggressiveInlining)]
    public void Execute1(int row, int column) => kernel.Execute<FloatLane1>(row, column);
}
