using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>Where the flow of one pixel points: between four pixels of its image.</summary>
/// <param name="Image">The first pixel of the image.</param>
/// <param name="X">The column left of the target; -1 and beyond the last are outside.</param>
/// <param name="Y">The row above the target.</param>
/// <param name="Right">How far the target lies to the right of that column, 0 to 1.</param>
/// <param name="Down">How far it lies below that row, 0 to 1.</param>
/// <param name="MovesX">1 where a small change of u matters, 0 beyond the border.</param>
/// <param name="MovesY">The same for v.</param>
public readonly record struct WarpTarget(int Image, int X, int Y, float Right, float Down, float MovesX, float MovesY)
{
    /// <summary>Reads the flow of a pixel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WarpTarget Of<TLane>(View<float> flow, int pixel, Shape shape, Border border)
        where TLane : struct, IFloatLane<TLane>
    {
        int line = pixel / shape.Width, image = line / shape.Height;
        float x = pixel - line * shape.Width + TLane.Read(flow, 2L * pixel), y = line - image * shape.Height + TLane.Read(flow, 2L * pixel + 1);
        int beyond = border == Border.Repeat ? 0 : 1;
        float low = -beyond, lastX = shape.Width - 1 + beyond, lastY = shape.Height - 1 + beyond;
        float movesX = x > low && x < lastX ? 1 : 0, movesY = y > low && y < lastY ? 1 : 0;
        x = Limit(x, low, lastX);
        y = Limit(y, low, lastY);
        int left = (int)(x + 1) - 1, above = (int)(y + 1) - 1;
        return new(image * shape.Height * shape.Width, left, above, x - left, y - above, movesX, movesY);
    }

    /// <summary>Whether one of the four pixels lies in the image; 0 and 1 are the upper ones, 0 and 2 the left ones.</summary>
    public bool Sees(int corner, Shape shape)
    {
        int x = X + (corner & 1), y = Y + (corner >> 1);
        return x >= 0 && x < shape.Width && y >= 0 && y < shape.Height;
    }

    public int Pixel(int corner, Shape shape) => Image + (Y + (corner >> 1)) * shape.Width + X + (corner & 1);

    public float Weight(int corner) => ((corner & 1) == 0 ? 1 - Right : Right) * ((corner >> 1) == 0 ? 1 - Down : Down);

    /// <summary>What a flow that is no number points to lies outside.</summary>
    static float Limit(float value, float low, float high) => value > low ? value < high ? value : high : low;
}
