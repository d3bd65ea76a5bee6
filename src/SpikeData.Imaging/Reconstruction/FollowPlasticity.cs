using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>One tick of a synapse per pixel. A spike that comes dt after the last one moves the resource R and the utilization u:</summary>
/// <remarks>
/// R = 1 - (1 - R (1 - u)) exp(-dt / D), then u = U + (u + f (1 - u) - U) exp(-dt / F) with the u from before. Run over the sensor's rows and columns.
/// </remarks>
/// <param name="spikes">0 or 1, [rows, columns].</param>
/// <param name="last">The tick behind each pixel's last spike, [rows, columns], moved on.</param>
/// <param name="resource">R, [rows, columns], moved on.</param>
/// <param name="utilization">u, [rows, columns], moved on.</param>
/// <param name="moving">1 where a spike moved R by at least <paramref name="change"/>, 0 elsewhere, [rows, columns].</param>
/// <param name="decays">exp(-dt / D) for dt = 0, 1, ... <paramref name="longest"/> ticks, then exp(-dt / F).</param>
/// <param name="columns">Pixels in a row.</param>
/// <param name="longest">The longest interval the tables know; longer ones count as this.</param>
/// <param name="tick">Which tick it is.</param>
/// <param name="rest">U.</param>
/// <param name="step">f.</param>
/// <param name="change">How far R must move.</param>
public readonly struct FollowPlasticity(
    View<float> spikes, View<float> last, View<float> resource, View<float> utilization, View<float> moving, View<float> decays,
    int columns, int longest, int tick, float rest, float step, float change) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        int at = row * columns + column;
        TLane zero = TLane.Splat(0), one = TLane.Splat(1), now = TLane.Splat(tick + 1), before = TLane.Load(last, at);
        TLane fires = TLane.LessThan(zero, TLane.Load(spikes, at));
        TLane elapsed = TLane.Min(now - before, TLane.Splat(longest));
        TLane r = TLane.Load(resource, at), u = TLane.Load(utilization, at);
        TLane newR = one - (one - r * (one - u)) * TLane.Gather(decays, 0, elapsed);
        TLane newU = TLane.Splat(rest) + (u + TLane.Splat(step) * (one - u) - TLane.Splat(rest)) * TLane.Gather(decays, longest + 1, elapsed);
        TLane moved = TLane.Max(newR - r, r - newR);
        TLane still = TLane.Select(TLane.LessThan(moved, TLane.Splat(change)), zero, one);
        TLane.Store(last, at, TLane.Select(fires, now, before));
        TLane.Store(resource, at, TLane.Select(fires, newR, r));
        TLane.Store(utilization, at, TLane.Select(fires, newU, u));
        TLane.Store(moving, at, TLane.Select(fires, still, zero));
    }
}
