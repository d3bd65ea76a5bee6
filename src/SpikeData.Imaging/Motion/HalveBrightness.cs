using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>The next coarser level of a pyramid: means of 2x2 pixels, rounded half up; at an odd border the last pixel counts twice. Run over the coarse rows and columns.</summary>
/// <param name="fine">[height, width].</param>
/// <param name="coarse">Half of both, rounded up.</param>
/// <param name="height">Fine rows.</param>
/// <param name="width">Fine columns.</param>
public readonly struct HalveBrightness(View<int> fine, View<int> coarse, int height, int width) : IExactKernel
{
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        TLane left = TLane.Ramp(column) << 1, right = TLane.Min(left + TLane.Splat(1), TLane.Splat(width - 1));
        TLane top = TLane.Splat(2 * row * width), bottom = TLane.Splat((2 * row + 1 < height ? 2 * row + 1 : 2 * row) * width);
        TLane sum = TLane.Gather(fine, top + left) + TLane.Gather(fine, top + right) + TLane.Gather(fine, bottom + left) + TLane.Gather(fine, bottom + right);
        TLane.Store(coarse, row * ((width + 1) / 2) + column, (sum + TLane.Splat(2)) >> 2);
    }
}
