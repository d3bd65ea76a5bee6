using System.Runtime.CompilerServices;
using SpikeData.Compute;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace SpikeData.Training;

/// <summary>Reads and writes lanes that lie in equal distances.</summary>
static class Lines
{
    [MethodImpl(AggressiveInlining)]
    public static Six<TLane> Load<TLane>(View<float> view, long first, long pitch)
        where TLane : struct, IFloatLane<TLane> => new(
            TLane.Load(view, first),
            TLane.Load(view, first + pitch),
            TLane.Load(view, first + 2 * pitch),
            TLane.Load(view, first + 3 * pitch),
            TLane.Load(view, first + 4 * pitch),
            TLane.Load(view, first + 5 * pitch));

    [MethodImpl(AggressiveInlining)]
    public static Four<TLane> LoadFour<TLane>(View<float> view, long first, long pitch)
        where TLane : struct, IFloatLane<TLane> =>
        new(TLane.Load(view, first), TLane.Load(view, first + pitch), TLane.Load(view, first + 2 * pitch), TLane.Load(view, first + 3 * pitch));

    [MethodImpl(AggressiveInlining)]
    public static Three<TLane> LoadThree<TLane>(View<float> view, long first, long pitch)
        where TLane : struct, IFloatLane<TLane> =>
        new(TLane.Load(view, first), TLane.Load(view, first + pitch), TLane.Load(view, first + 2 * pitch));

    [MethodImpl(AggressiveInlining)]
    public static void Store<TLane>(View<float> view, long first, long pitch, Six<TLane> lanes)
        where TLane : struct, IFloatLane<TLane>
    {
        Store(view, first, pitch, new Four<TLane>(lanes.A, lanes.B, lanes.C, lanes.D));
        TLane.Store(view, first + 4 * pitch, lanes.E);
        TLane.Store(view, first + 5 * pitch, lanes.F);
    }

    [MethodImpl(AggressiveInlining)]
    public static void Store<TLane>(View<float> view, long first, long pitch, Four<TLane> lanes)
        where TLane : struct, IFloatLane<TLane>
    {
        TLane.Store(view, first, lanes.A);
        TLane.Store(view, first + pitch, lanes.B);
        TLane.Store(view, first + 2 * pitch, lanes.C);
        TLane.Store(view, first + 3 * pitch, lanes.D);
    }
}
