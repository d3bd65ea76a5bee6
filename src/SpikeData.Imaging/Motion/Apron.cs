using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>A picture's layout in memory with its border repeated around it, so that what reaches over the edge needs no care. Places are in 1/32 pixel.</summary>
readonly struct Apron(int height, int width)
{
    /// <summary>How many times the border is repeated: once more than a patch is wide.</summary>
    public const int Margin = PatchGrid.Size + 1;

    const int HalfPixel = Displacement.Pixel / 2;

    /// <summary>From one row to the next.</summary>
    public int Stride => width + 2 * Margin;

    /// <summary>Rows with the apron.</summary>
    public int Rows => height + 2 * Margin;

    public int Length => Rows * Stride;

    /// <summary>Where a row of the picture begins.</summary>
    public int Start(int row) => (row + Margin) * Stride + Margin;

    /// <summary>The pixel that a place lies in. A place farther out than a patch is moved to where a patch sees the same.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Index<TLane>(TLane x, TLane y)
        where TLane : struct, IIntLane<TLane> => Index(x, y, -PatchGrid.Size);

    /// <summary>The pixel of the picture itself that is nearest to a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Nearest<TLane>(TLane x, TLane y)
        where TLane : struct, IIntLane<TLane> => Index(x + TLane.Splat(HalfPixel), y + TLane.Splat(HalfPixel), 0);

    /// <summary>All-ones where a place is more than half a pixel outside.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Outside<TLane>(TLane x, TLane y)
        where TLane : struct, IIntLane<TLane> => Beyond(x, width) | Beyond(y, height);

    /// <summary>The column of the picture that is repeated at a column of the layout.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Column<TLane>(TLane column)
        where TLane : struct, IIntLane<TLane> => Whole.Clamp(column - TLane.Splat(Margin), 0, width - 1);

    /// <summary>The row of the picture that is repeated at a row of the layout.</summary>
    public int Row(int row) => Whole.Clamp(row - Margin, 0, height - 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TLane Index<TLane>(TLane x, TLane y, int first)
        where TLane : struct, IIntLane<TLane>
    {
        TLane column = Whole.Clamp(x >> Displacement.FractionBits, first, width - 1), row = Whole.Clamp(y >> Displacement.FractionBits, first, height - 1);
        return row * TLane.Splat(Stride) + column + TLane.Splat(Start(0));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TLane Beyond<TLane>(TLane place, int pixels)
        where TLane : struct, IIntLane<TLane> =>
        TLane.LessThan(place, TLane.Splat(-HalfPixel)) | TLane.LessThan(TLane.Splat(pixels * Displacement.Pixel - HalfPixel), place);
}
