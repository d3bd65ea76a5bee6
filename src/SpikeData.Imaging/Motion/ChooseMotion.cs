using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Says how each pixel of a frame between two frames moves. Run over the rows and columns.</summary>
/// <remarks>
/// Hypotheses come from both flow fields, by following each backward from the pixel to where the motion began, once from the pixel itself and
/// once from above and below it. A hypothesis is good when both frames look the same at its ends, and when at least one of the
/// two fields says the same there: at an occlusion one of them cannot know.
/// </remarks>
/// <param name="leftFrame">Brightness of the left frame, [height, width].</param>
/// <param name="rightFrame">Brightness of the right frame.</param>
/// <param name="forward">Packed displacements from left to right.</param>
/// <param name="backward">Packed displacements from right to left.</param>
/// <param name="motion">Packed displacement from left to right of what each pixel shows.</param>
/// <param name="height">Rows.</param>
/// <param name="width">Columns.</param>
/// <param name="instant">When.</param>
public readonly struct ChooseMotion(
    View<int> leftFrame, View<int> rightFrame, View<int> forward, View<int> backward, View<int> motion, int height, int width, Instant instant) : IExactKernel
{
    /// <summary>How far above and below the pixel the fields are asked too.</summary>
    const int Around = 4;

    /// <summary>Beyond 40 levels, and beyond 8 pixels, it does not matter how wrong a hypothesis is.</summary>
    const int MostDifference = 160, MostDeviation = 256;

    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        TLane x = TLane.Ramp(column) << Displacement.FractionBits;
        Hypothesis<TLane> fromLeft = Forward(x, row, 0).Or(Forward(x, row, -Around)).Or(Forward(x, row, Around));
        Hypothesis<TLane> fromRight = Backward(x, row, 0).Or(Backward(x, row, -Around)).Or(Backward(x, row, Around));
        Hypothesis<TLane> best = fromLeft.With(fromRight);
        TLane.Store(motion, row * width + column, Displacement.Pack(best.Across, best.Down));
    }

    Hypothesis<TLane> Forward<TLane>(TLane x, int row, int below)
        where TLane : struct, IIntLane<TLane>
    {
        TLane y = TLane.Splat(row << Displacement.FractionBits);
        TLane move = Field(forward).Nearest(x, y + TLane.Splat(below << Displacement.FractionBits));
        move = Field(forward).Nearest(x - instant.Gone(Displacement.Across(move)), y - instant.Gone(Displacement.Down(move)));
        return Judge(x, y, Displacement.Across(move), Displacement.Down(move));
    }

    Hypothesis<TLane> Backward<TLane>(TLane x, int row, int below)
        where TLane : struct, IIntLane<TLane>
    {
        TLane y = TLane.Splat(row << Displacement.FractionBits), zero = TLane.Splat(0);
        TLane move = Field(backward).Nearest(x, y + TLane.Splat(below << Displacement.FractionBits));
        move = Field(backward).Nearest(x - instant.ToGo(Displacement.Across(move)), y - instant.ToGo(Displacement.Down(move)));
        return Judge(x, y, zero - Displacement.Across(move), zero - Displacement.Down(move));
    }

    Hypothesis<TLane> Judge<TLane>(TLane x, TLane y, TLane across, TLane down)
        where TLane : struct, IIntLane<TLane>
    {
        TLane startX = x - instant.Gone(across), startY = y - instant.Gone(down), endX = x + instant.ToGo(across), endY = y + instant.ToGo(down);
        TLane difference = Whole.Magnitude(Field(leftFrame).Between(startX, startY) - Field(rightFrame).Between(endX, endY));
        TLane first = Deviation(Field(forward).Nearest(startX, startY), across, down);
        TLane second = Deviation(Field(backward).Nearest(endX, endY), TLane.Splat(0) - across, TLane.Splat(0) - down);
        TLane cost = (TLane.Min(difference, TLane.Splat(MostDifference)) + TLane.Min(first, second)) << 1;
        TLane nowhere = Field(leftFrame).Outside(startX, startY) & Field(leftFrame).Outside(endX, endY);
        return new(across, down, cost + TLane.Max(first, second) + (nowhere & TLane.Splat(1 << 16)));
    }

    /// <summary>The sum of both parts' differences.</summary>
    static TLane Deviation<TLane>(TLane move, TLane across, TLane down)
        where TLane : struct, IIntLane<TLane>
    {
        TLane sum = Whole.Magnitude(Displacement.Across(move) - across) + Whole.Magnitude(Displacement.Down(move) - down);
        return TLane.Min(sum, TLane.Splat(MostDeviation));
    }

    Plane Field(View<int> values) => new(values, height, width);
}
