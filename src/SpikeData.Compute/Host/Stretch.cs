using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace SpikeData.Compute;

/// <summary>Walks a stretch of a row with the widest lane that still fits, ending with single elements.</summary>
/// <remarks>One loop per method: a kernel that is inlined four times into one method would exhaust the JIT's budget.</remarks>
static class Stretch
{
    public static void Compute<TKernel>(ref TKernel kernel, int row, int column, int end, int maximumLanes)
        where TKernel : struct, IHostKernel
    {
        if (maximumLanes >= 16 && end - column >= 16) column = By16(ref kernel, row, column, end);
        if (maximumLanes >= 8 && end - column >= 8) column = By8(ref kernel, row, column, end);
        if (maximumLanes >= 4 && end - column >= 4) column = By4(ref kernel, row, column, end);
        if (column < end) By1(ref kernel, row, column, end);
    }

    [MethodImpl(AggressiveOptimization | NoInlining)]
    static int By16<TKernel>(ref TKernel kernel, int row, int column, int end)
        where TKernel : struct, IHostKernel
    {
        for (; column <= end - 16; column += 16) kernel.Execute16(row, column);
        return column;
    }

    [MethodImpl(AggressiveOptimization | NoInlining)]
    static int By8<TKernel>(ref TKernel kernel, int row, int column, int end)
        where TKernel : struct, IHostKernel
    {
        for (; column <= end - 8; column += 8) kernel.Execute8(row, column);
        return column;
    }

    [MethodImpl(AggressiveOptimization | NoInlining)]
    static int By4<TKernel>(ref TKernel kernel, int row, int column, int end)
        where TKernel : struct, IHostKernel
    {
        for (; column <= end - 4; column += 4) kernel.Execute4(row, column);
        return column;
    }

    [MethodImpl(AggressiveOptimization | NoInlining)]
    static void By1<TKernel>(ref TKernel kernel, int row, int column, int end)
        where TKernel : struct, IHostKernel
    {
        for (; column < end; column++) kernel.Execute1(row, column);
    }
}
