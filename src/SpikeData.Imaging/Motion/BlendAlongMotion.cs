using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Fetches each pixel of a frame between two frames from both of them along its motion, and mixes what it finds. Run over the rows and columns.</summary>
/// <remarks>
/// The nearer frame counts more, and the more a frame's own flow contradicts the motion, the less it counts: there the point
/// is hidden in it. A frame in which the point has left the picture does not count. The share of the left frame is
/// (n - k) d' / ((n - k) d' + k d), where d = 4 pixels^2 + deviation^2 in the left and d' in the right frame.
/// </remarks>
/// <param name="left">Packed pixels of the left frame, [height, width].</param>
/// <param name="right">Packed pixels of the right frame.</param>
/// <param name="forward">Packed displacements from left to right.</param>
/// <param name="backward">Packed displacements from right to left.</param>
/// <param name="motion">Packed displacement from left to right of what each pixel shows.</param>
/// <param name="target">Packed pixels of the frame between them.</param>
/// <param name="height">Rows.</param>
/// <param name="width">Columns.</param>
/// <param name="instant">When.</param>
public readonly struct BlendAlongMotion(
    View<int> left, View<int> right, View<int> forward, View<int> backward, View<int> motion, View<int> target, int height, int width, Instant instant)
    : IExactKernel
{
    /// <summary>Squared deviations are counted in units of 1/8 square pixel.</summary>
    const int DeviationShift = 7, Tolerance = 4 << 10 >> DeviationShift, Most = 1 << 13;

    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        TLane move = TLane.Load(motion, row * width + column), across = Displacement.Across(move), down = Displacement.Down(move), zero = TLane.Splat(0);
        TLane x = TLane.Ramp(column) << Displacement.FractionBits, y = TLane.Splat(row << Displacement.FractionBits);
        TLane startX = x - instant.Gone(across), startY = y - instant.Gone(down), endX = x + instant.ToGo(across), endY = y + instant.ToGo(down);
        Plane first = new(forward, height, width), second = new(backward, height, width);
        TLane weightLeft = Doubt(second.Nearest(endX, endY), zero - across, zero - down) * TLane.Splat(instant.UntilRight);
        TLane weightRight = Doubt(first.Nearest(startX, startY), across, down) * TLane.Splat(instant.SinceLeft);
        TLane hiddenLeft = first.Outside(startX, startY), hiddenRight = second.Outside(endX, endY), hidden = hiddenLeft & hiddenRight;
        Mixture<TLane> mixture = new(
            TLane.Select(hiddenLeft ^ hidden, zero, weightLeft),
            TLane.Select(hiddenRight ^ hidden, zero, weightRight));
        Color<TLane> from = new Picture(left, height, width).At(startX, startY), to = new Picture(right, height, width).At(endX, endY);
        TLane pixel = mixture.Of(from.Blue, to.Blue) | (mixture.Of(from.Green, to.Green) << 8) | (mixture.Of(from.Red, to.Red) << 16);
        TLane.Store(target, row * width + column, pixel);
    }

    /// <summary>d: how far a frame's flow contradicts the motion, squared, plus what is tolerated.</summary>
    static TLane Doubt<TLane>(TLane flow, TLane across, TLane down)
        where TLane : struct, IIntLane<TLane>
    {
        TLane right = Whole.Clamp(Displacement.Across(flow) - across, -Displacement.Most / 2, Displacement.Most / 2);
        TLane below = Whole.Clamp(Displacement.Down(flow) - down, -Displacement.Most / 2, Displacement.Most / 2);
        TLane squares = (right * right + below * below) >> DeviationShift;
        return TLane.Min(squares + TLane.Splat(Tolerance), TLane.Splat(Most));
    }
}
