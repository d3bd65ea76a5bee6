using System.Runtime.CompilerServices;
using SpikeData.Compute;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace SpikeData.Training;

/// <summary>Six rows times two lanes of a product of matrices, kept in registers: what sixteen registers hold beside the operands.</summary>
/// <remarks>
/// Convolutions and their gradients all come down to <see cref="Multiply"/>. Each sum runs in the order of the reduced axis, whatever the
/// lane width, so results are the same bits on every CPU.
/// </remarks>
struct Tile<TLane>
    where TLane : struct, IFloatLane<TLane>
{
    TLane a0, a1, b0, b1, c0, c1, d0, d1, e0, e1, f0, f1;

    /// <summary>Adds six left rows times two lanes of the right matrix.</summary>
    /// <param name="left">Holds the rows that begin at <paramref name="rows"/>, their elements <paramref name="step"/> apart.</param>
    /// <param name="right">
    /// Holds one lane at <paramref name="first"/>, one at <paramref name="second"/>, the next elements a <paramref name="pitch"/> further.
    /// </param>
    /// <param name="count">How many products each sum gets.</param>
    [MethodImpl(AggressiveInlining)]
    public void Multiply(View<float> left, SixPlaces rows, int step, View<float> right, long first, long second, int pitch, int count)
    {
        View<float> a = TLane.From(left, rows.A), b = TLane.From(left, rows.B), c = TLane.From(left, rows.C);
        View<float> d = TLane.From(left, rows.D), e = TLane.From(left, rows.E), f = TLane.From(left, rows.F);
        View<float> near = TLane.From(right, first), far = TLane.From(right, second);
        for (long x = 0, w = 0, end = (long)count * pitch; w < end; x += step, w += pitch)
        {
            TLane p = TLane.Load(near, w), q = TLane.Load(far, w);
            TLane s = TLane.Splat(a, x);
            (a0, a1) = (TLane.MultiplyAdd(p, s, a0), TLane.MultiplyAdd(q, s, a1));
            s = TLane.Splat(b, x);
            (b0, b1) = (TLane.MultiplyAdd(p, s, b0), TLane.MultiplyAdd(q, s, b1));
            s = TLane.Splat(c, x);
            (c0, c1) = (TLane.MultiplyAdd(p, s, c0), TLane.MultiplyAdd(q, s, c1));
            s = TLane.Splat(d, x);
            (d0, d1) = (TLane.MultiplyAdd(p, s, d0), TLane.MultiplyAdd(q, s, d1));
            s = TLane.Splat(e, x);
            (e0, e1) = (TLane.MultiplyAdd(p, s, e0), TLane.MultiplyAdd(q, s, e1));
            s = TLane.Splat(f, x);
            (f0, f1) = (TLane.MultiplyAdd(p, s, f0), TLane.MultiplyAdd(q, s, f1));
        }
    }

    /// <summary>Adds the same two lanes to every row.</summary>
    [MethodImpl(AggressiveInlining)]
    public void Add(TLane first, TLane second)
    {
        (a0, a1, b0, b1) = (a0 + first, a1 + second, b0 + first, b1 + second);
        (c0, c1, d0, d1) = (c0 + first, c1 + second, d0 + first, d1 + second);
        (e0, e1, f0, f1) = (e0 + first, e1 + second, f0 + first, f1 + second);
    }

    /// <summary>Adds what six rows of a matrix hold.</summary>
    [MethodImpl(AggressiveInlining)]
    public void Add(View<float> matrix, SixPlaces rows, long first, long second)
    {
        (a0, a1) = (a0 + TLane.Load(matrix, rows.A + first), a1 + TLane.Load(matrix, rows.A + second));
        (b0, b1) = (b0 + TLane.Load(matrix, rows.B + first), b1 + TLane.Load(matrix, rows.B + second));
        (c0, c1) = (c0 + TLane.Load(matrix, rows.C + first), c1 + TLane.Load(matrix, rows.C + second));
        (d0, d1) = (d0 + TLane.Load(matrix, rows.D + first), d1 + TLane.Load(matrix, rows.D + second));
        (e0, e1) = (e0 + TLane.Load(matrix, rows.E + first), e1 + TLane.Load(matrix, rows.E + second));
        (f0, f1) = (f0 + TLane.Load(matrix, rows.F + first), f1 + TLane.Load(matrix, rows.F + second));
    }

    /// <summary>Multiplies what is negative by a slope.</summary>
    [MethodImpl(AggressiveInlining)]
    public void Rectify(TLane slope)
    {
        (a0, a1) = (Relu.Of(a0, slope), Relu.Of(a1, slope));
        (b0, b1) = (Relu.Of(b0, slope), Relu.Of(b1, slope));
        (c0, c1) = (Relu.Of(c0, slope), Relu.Of(c1, slope));
        (d0, d1) = (Relu.Of(d0, slope), Relu.Of(d1, slope));
        (e0, e1) = (Relu.Of(e0, slope), Relu.Of(e1, slope));
        (f0, f1) = (Relu.Of(f0, slope), Relu.Of(f1, slope));
    }

    /// <summary>Writes the six rows.</summary>
    [MethodImpl(AggressiveInlining)]
    public readonly void Store(View<float> matrix, SixPlaces rows, long first, long second)
    {
        TLane.Store(matrix, rows.A + first, a0);
        TLane.Store(matrix, rows.A + second, a1);
        TLane.Store(matrix, rows.B + first, b0);
        TLane.Store(matrix, rows.B + second, b1);
        TLane.Store(matrix, rows.C + first, c0);
        TLane.Store(matrix, rows.C + second, c1);
        TLane.Store(matrix, rows.D + first, d0);
        TLane.Store(matrix, rows.D + second, d1);
        TLane.Store(matrix, rows.E + first, e0);
        TLane.Store(matrix, rows.E + second, e1);
        TLane.Store(matrix, rows.F + first, f0);
        TLane.Store(matrix, rows.F + second, f1);
    }
}

/// <summary>The addresses of six neighbors; behind the last one it is repeated, so that every block is whole.</summary>
readonly struct SixPlaces(long a, long b, long c, long d, long e, long f)
{
    /// <summary>How many there are.</summary>
    public const int Count = 6;

    public long A => a;

    public long B => b;

    public long C => c;

    public long D => d;

    public long E => e;

    public long F => f;

    /// <summary>The addresses <c>start + i * pitch</c> for i from <paramref name="first"/>, but never beyond <paramref name="last"/>.</summary>
    [MethodImpl(AggressiveInlining)]
    public static SixPlaces From(long start, int first, int last, int pitch) => new(
        start + (long)first * pitch,
        start + (long)Math.Min(first + 1, last) * pitch,
        start + (long)Math.Min(first + 2, last) * pitch,
        start + (long)Math.Min(first + 3, last) * pitch,
        start + (long)Math.Min(first + 4, last) * pitch,
        start + (long)Math.Min(first + 5, last) * pitch);
}

/// <summary>Output channels that a tile computes two at a time: one of the first half with its partner in the second.</summary>
/// <remarks>
/// Every channel belongs to one pair only, or two threads of a GPU would add to it at once; the middle one of an odd number is its own partner.
/// </remarks>
/// <param name="First">The channel that column 0 of a grid computes.</param>
/// <param name="Second">Its partner.</param>
/// <param name="Count">How many columns there are.</param>
readonly record struct ChannelPairs(int First, int Second, int Count)
{
    /// <summary>The launches that compute every one of so many channels once.</summary>
    public static Launches Of(int channels) => new(channels);

    /// <summary>The pairs of both halves, if there are any, then the middle channel, if there is one.</summary>
    public struct Launches(int channels)
    {
        int launch = channels == 1 ? 0 : -1;

        public readonly ChannelPairs Current =>
            launch == 0 ? new(0, channels - channels / 2, channels / 2) : new(channels / 2, channels / 2, 1);

        public readonly Launches GetEnumerator() => this;

        public bool MoveNext() => ++launch <= channels % 2;
    }
}
