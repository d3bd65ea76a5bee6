using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Fetches pixels of a frame between two frames from both of them along their motion, and mixes what it finds. Run over the rows and columns of squares of 2x2 pixels.</summary>
/// <remarks>Pixels of a square move together, so they share what they look at: 5x5 pixels of each frame instead of four times 4x4.</remarks>
/// <param name="left">Packed pixels of the left frame, with their apron.</param>
/// <param name="right">Those of the right frame.</param>
/// <param name="motion">Packed displacement from left to right of what each square shows, in units of 1/16 pixel.</param>
/// <param name="shares">The share of the right frame in each square.</param>
/// <param name="target">Packed pixels of the frame between them: in each row, first those of even columns, then those of odd columns.</param>
/// <param name="height">Rows of the frames.</param>
/// <param name="width">Columns of the frames.</param>
/// <param name="instant">When.</param>
public readonly struct BlendAlongMotion(
    View<int> left, View<int> right, View<int> motion, View<int> shares, View<int> target, int height, int width, Instant instant) : IExactKernel
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        Apron apron = new(height, width);
        int columns = (width + 1) / 2, top = row * 4 * columns + column, bottom = top + 2 * columns;
        TLane move = TLane.Load(motion, row * columns + column), share = TLane.Load(shares, row * columns + column);
        Passage<TLane> passage = new(
            TLane.Ramp(column) << (Displacement.FractionBits + 1), TLane.Splat(row << (Displacement.FractionBits + 1)),
            Displacement.Across(move) << 1, Displacement.Down(move) << 1, instant);
        Square<TLane> from = new Picture(left, apron).At(passage.StartX, passage.StartY), to = new Picture(right, apron).At(passage.EndX, passage.EndY);
        TLane.Store(target, top, Mixed(from.TopLeft, to.TopLeft, share));
        TLane.Store(target, top + columns, Mixed(from.TopRight, to.TopRight, share));
        TLane.Store(target, bottom, Mixed(from.BottomLeft, to.BottomLeft, share));
        TLane.Store(target, bottom + columns, Mixed(from.BottomRight, to.BottomRight, share));
    }

    /// <summary>The packed pixel of two colors, rounded half up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TLane Mixed<TLane>(Color<TLane> from, Color<TLane> to, TLane share)
        where TLane : struct, IIntLane<TLane>
    {
        Color<TLane> sum = from * (TLane.Splat(WeighFrames.All) - share) + to * share;
        return Level(sum.Blue) | (Level(sum.Green) << 8) | (Level(sum.Red) << 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TLane Level<TLane>(TLane sum)
        where TLane : struct, IIntLane<TLane>
    {
        const int shift = WeighFrames.ShareBits + Picture.FractionBits;
        return (sum + TLane.Splat(1 << (shift - 1))) >> shift;
    }
}
