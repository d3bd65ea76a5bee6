using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Puts the blue, green and red of each pixel into one word, so that a gather fetches a pixel at once, with an apron around. Run over the rows and columns of that.</summary>
/// <param name="frame">[height, width, 3] bytes.</param>
/// <param name="pixels">With its apron: blue in the lowest byte, then green, red.</param>
/// <param name="height">Rows.</param>
/// <param name="width">Pixels in a row.</param>
public readonly struct PackWithApron(View<byte> frame, View<int> pixels, int height, int width) : IExactKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        Apron apron = new(height, width);
        TLane at = (apron.Column(TLane.Ramp(column)) + TLane.Splat(apron.Row(row) * width)) * TLane.Splat(3);
        TLane.Store(pixels, row * apron.Stride + column, TLane.GatherThree(frame, at));
    }
}
