using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>Where the flow of one pixel throws it: onto four pixels of its image, some of which may lie outside.</summary>
/// <param name="Image">The first pixel of the image.</param>
/// <param name="X">The column at the target or left of it.</param>
/// <param name="Y">The row at the target or above it.</param>
/// <param name="Right">How far the target lies to the right of that column, 0 to 1.</param>
/// <param name="Down">How far it lies below that row, 0 to 1.</param>
public readonly record struct SplatTarget(int Image, int X, int Y, float Right, float Down)
{
    // A target so far outside touches no pixel, and stays small enough for whole numbers.
    const float Outside = 1.5f;

    /// <summary>Reads the flow of a pixel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SplatTarget Of<TLane>(View<float> flow, int pixel, Shape shape)
        where TLane : struct, IFloatLane<TLane>
    {
        int line = pixel / shape.Width, image = line / shape.Height;
        float x = Limit(pixel - line * shape.Width + TLane.Read(flow, 2L * pixel), shape.Width);
        float y = Limit(line - image * shape.Height + TLane.Read(flow, 2L * pixel + 1), shape.Height);
        int left = (int)(x + 2) - 2, above = (int)(y + 2) - 2;
        return new(image * shape.Height * shape.Width, left, above, x - left, y - above);
    }

    /// <summary>Whether one of the four pixels lies in the image; 0 and 1 are the upper ones, 0 and 2 the left ones.</summary>
    public bool Hits(int corner, Shape shape)
    {
        int x = X + (corner & 1), y = Y + (corner >> 1);
        return x >= 0 && x < shape.Width && y >= 0 && y < shape.Height;
    }

    public int Pixel(int corner, Shape shape) => Image + (Y + (corner >> 1)) * shape.Width + X + (corner & 1);

    /// <summary>How far the target lies to the right of one of the four pixels.</summary>
    public float FromX(int corner) => Right - (corner & 1);

    /// <summary>How far it lies below that pixel.</summary>
    public float FromY(int corner) => Down - (corner >> 1);

    /// <summary>exp(-(dx^2 + dy^2)) for one of the four pixels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Nearness<TLane>(int corner)
        where TLane : struct, IFloatLane<TLane>
    {
        float x = FromX(corner), y = FromY(corner);
        return LaneMath.Exp(TLane.Splat(-(x * x + y * y)));
    }

    static float Limit(float place, int length) => place > -Outside ? place < length + Outside ? place : length + Outside : -Outside;
}
