using SpikeData.Compute;

namespace SpikeData.Training.Tests;

/// <summary>Verbs that only move numbers.</summary>
public sealed class ArrangementTests
{
    static readonly Shape Shape = new(2, 3, 4, 5), Square = new(2, 3, 4, 4);
    static readonly Orientation[] Four = [Orientation.None, Orientation.RightTurn, Orientation.HalfTurn, Orientation.LeftTurn];

    public static TheoryData<string> Verbs => [.. All.Keys];

    static Dictionary<string, Func<Tensor, Tensor>> All { get; } = new()
    {
        ["concat"] = x => x.Concat(x.Scale(2), x),
        ["slice"] = x => x.Slice(1, 2),
        ["two slices"] = x => x.Slice(0, 2).Add(x.Slice(1, 2)),
        ["crop"] = x => x.Crop(1, 2, 2, 1),
        ["pad"] = x => x.Pad(1, 2, 0, 3),
        ["shift"] = x => x.Pad(1, -1, -2, 2),
        ["repeat borders"] = x => x.Pad(Border.Repeat, 2, 3, 1, 0),
        ["mirror borders"] = x => x.Pad(Border.Mirror, 3, 2, 1, 3),
        ["turn right"] = x => x.Turn(Orientation.RightTurn),
        ["turn left"] = x => x.Turn(Orientation.LeftTurn),
        ["half turn"] = x => x.Turn(Orientation.HalfTurn),
        ["transpose"] = x => x.Turn(Orientation.Transposed),
    };

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Gradient_IsTheDifferenceQuotient(string verb) => Differences.Agree((inputs, _) => All[verb](inputs[0]), [Shape]);

    [Fact]
    public void StackedTurns_HaveGradients() => Differences.Agree((inputs, _) => inputs[0].StackTurned(Four), [Square]);

    [Fact]
    public void JoinedTurns_HaveGradients() => Differences.Agree((inputs, _) => inputs[0].JoinTurned(Four), [Square with { Batch = 8 }]);

    [Fact]
    public void RightTurn_BringsTheLeftColumnUp() =>
        Assert.Equal([3, 1, 4, 2], Values(new(1, 1, 2, 2), [1, 2, 3, 4], x => x.Turn(Orientation.RightTurn)));

    [Fact]
    public void LeftTurn_BringsTheRightColumnUp() =>
        Assert.Equal([2, 4, 1, 3], Values(new(1, 1, 2, 2), [1, 2, 3, 4], x => x.Turn(Orientation.LeftTurn)));

    [Fact]
    public void EveryOrientation_IsUndoneByItsInverse()
    {
        foreach (bool swaps in (bool[])[false, true])
            foreach (bool rows in (bool[])[false, true])
                foreach (bool columns in (bool[])[false, true])
                {
                    Orientation orientation = new(swaps, rows, columns);
                    float[] numbers = Numbers.Random(Shape.Length);
                    Assert.Equal(numbers, Values(Shape, numbers, x => x.Turn(orientation).Turn(orientation.Inverse)));
                }
    }

    [Fact]
    public void JoinedTurns_OfStackedTurns_RepeatTheImage()
    {
        float[] numbers = Numbers.Random(Square.Length);
        float[] joined = Values(Square, numbers, x => x.StackTurned(Four).JoinTurned(Four));
        int image = 3 * 16;
        for (int n = 0; n < 2; n++)
            for (int turn = 0; turn < 4; turn++)
                Assert.Equal(numbers.AsSpan(n * image, image), joined.AsSpan((n * 4 + turn) * image, image));
    }

    [Fact]
    public void NegativeBorder_MovesTheImage() =>
        Assert.Equal([0, 0, 1, 2], Values(new(1, 1, 2, 2), [1, 2, 3, 4], x => x.Pad(1, -1, 0, 0)));

    [Fact]
    public void Mirror_DoesNotDoubleTheBorder() =>
        Assert.Equal([3, 2, 1, 2, 3, 2], Values(new(1, 1, 1, 3), [1, 2, 3], x => x.Pad(Border.Mirror, 0, 0, 2, 1)));

    [Fact]
    public void RepeatedBorder_ContinuesTheLastPixel() =>
        Assert.Equal([1, 1, 1, 2, 3, 3], Values(new(1, 1, 1, 3), [1, 2, 3], x => x.Pad(Border.Repeat, 0, 0, 2, 1)));

    [Fact]
    public void Mirror_LargerThanTheImage_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Values(new(1, 1, 1, 3), [1, 2, 3], x => x.Pad(Border.Mirror, 0, 0, 3, 0)));

    [Fact]
    public void Channels_AreJoinedPixelByPixel() =>
        Assert.Equal([1, 2, 3, 4, 1, 2], Values(new(1, 2, 1, 2), [1, 2, 3, 4], x => x.Concat(x.Slice(0, 1))));

    static float[] Values(Shape shape, float[] numbers, Func<Tensor, Tensor> verb)
    {
        using CpuDevice device = new(threads: 2);
        using Tape tape = new(device);
        Tensor y = verb(tape.Input(shape, numbers));
        float[] values = new float[y.Shape.Length];
        tape.Read(y, values);
        return values;
    }
}
