using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>Backward warping that shows nothing where the flow points out of the image.</summary>
public static class MaskedWarping
{
    /// <summary>The warp with zeros outside, times 1 where less than a thousandth of what is seen lies outside and 0 elsewhere.</summary>
    /// <remarks>XVFI's backward warp. No gradient passes through the mask.</remarks>
    public static Tensor WarpInside(this Tensor x, Tensor flow)
    {
        Tensor warped = x.Warp(flow, Border.Zeros), visible = x.Tape.New(x.Shape with { Channels = 1 }, needsGradient: false);
        x.Tape.Run(new Visibility(flow.Values, x.Shape, visible.Values), x.Shape.Pixels, 1);
        return warped.MultiplyPixels(visible);
    }
}

/// <summary>1 where nearly all of what a backward warp sees lies inside the image, 0 elsewhere.</summary>
public readonly struct Visibility(View<float> flow, Shape shape, View<float> visible) : IFloatKernel
{
    const float Least = 0.999f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        var target = WarpTarget.Of<TLane>(flow, row, shape, Border.Zeros);
        float inside = 0;
        for (int corner = 0; corner < 4; corner++)
            if (target.Sees(corner, shape)) inside += target.Weight(corner);
        TLane.Store(visible, row, TLane.Splat(inside < Least ? 0f : 1f));
    }
}
