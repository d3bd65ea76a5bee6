namespace SpikeData.Compute.Tests;

/// <summary>What each operator of a float lane means, one element at a time and to the last bit.</summary>
public abstract class FloatLaneTests<TLane> : IDisposable
    where TLane : struct, IFloatLane<TLane>
{
    static readonly float[] Edges =
    [
        0, -0f, 1, -1, 0.5f, 1.5f, -2.5f, float.Epsilon, -float.Epsilon, 1.17549435e-38f, float.MaxValue, float.MinValue,
        float.PositiveInfinity, float.NegativeInfinity, float.NaN, 16777216,
    ];

    static readonly float[] Values = [.. Edges, .. Noise(48)];

    readonly CpuDevice device = new(threads: 1);
    readonly Buffer<float> left, right, result;

    protected FloatLaneTests()
    {
        left = device.Allocate<float>(Values.Length);
        right = device.Allocate<float>(Values.Length);
        result = device.Allocate<float>(Values.Length);
        left.Upload(Values);
    }

    [Fact]
    public void Arithmetic_RoundsOnce()
    {
        Means((a, b) => a + b, (a, b) => a + b);
        Means((a, b) => a - b, (a, b) => a - b);
        Means((a, b) => a * b, (a, b) => a * b);
        Means((a, b) => a / b, (a, b) => a / b);
        Means((a, b) => TLane.MultiplyAdd(a, b, TLane.Splat(-0.3f)), (a, b) => MathF.FusedMultiplyAdd(a, b, -0.3f));
    }

    [Fact]
    public void Extremes_AreChosenByComparison()
    {
        Means(TLane.Min, (a, b) => a < b ? a : b);
        Means(TLane.Max, (a, b) => a > b ? a : b);
    }

    [Fact]
    public void Select_TakesYesWhereTheMaskIsSet() =>
        Means((a, b) => TLane.Select(TLane.LessThan(a, b), a, TLane.Splat(3)), (a, b) => a < b ? a : 3);

    [Fact]
    public void FloorAndSqrt_AreTheMathematicalOnes()
    {
        Means((a, _) => TLane.Floor(a), (a, _) => MathF.Floor(a));
        Means((a, _) => TLane.Sqrt(a), (a, _) => MathF.Sqrt(a));
    }

    [Fact]
    public void PowerOfTwo_IsExactForNormalExponents()
    {
        for (int exponent = -126; exponent <= 127; exponent++)
        {
            Store(_ => TLane.PowerOfTwo(TLane.Splat((float)exponent)));
            Assert.All(result.Span.ToArray(), value => Assert.Equal(MathF.ScaleB(1, exponent), value));
        }
    }

    [Fact]
    public void SplatAndRamp_FillTheLane()
    {
        Store(_ => TLane.Splat(left.View, 4));
        Assert.All(result.Span.ToArray(), value => Assert.Equal(0.5f, value));
        Store(index => TLane.Ramp(index - 5));
        Assert.Equal(Enumerable.Range(-5, Values.Length).Select(i => (float)i), result.Span.ToArray());
    }

    [Fact]
    public void UnalignedLoadAndStore_MoveNeighbors()
    {
        result.Span.Clear();
        for (int i = 0; i + TLane.Width < Values.Length; i += TLane.Width) TLane.Store(result.View, i + 1, TLane.Load(left.View, i));
        int moved = (Values.Length - 1) / TLane.Width * TLane.Width;
        Same([0, .. Values[..moved]], result.Span[..(moved + 1)]);
    }

    [Fact]
    public void Gather_FollowsTheIndicesFromItsStart()
    {
        Store(index => TLane.Gather(left.View, Values.Length - 1, TLane.Splat(0f) - TLane.Ramp(index)));
        Same([.. Values.Reverse()], result.Span);
    }

    public void Dispose()
    {
        left.Dispose();
        right.Dispose();
        result.Dispose();
        device.Dispose();
        GC.SuppressFinalize(this);
    }

    static IEnumerable<float> Noise(int count)
    {
        for (uint i = 1; i <= count; i++) yield return (int)(2654435761u * i) * 1e-7f;
    }

    void Means(Func<TLane, TLane, TLane> operation, Func<float, float, float> definition)
    {
        for (int turn = 0; turn < Values.Length; turn++)
        {
            float[] others = [.. Values[turn..], .. Values[..turn]];
            right.Upload(others);
            Store(index => operation(TLane.Load(left.View, index), TLane.Load(right.View, index)));
            Same([.. Values.Zip(others, definition)], result.Span);
        }
    }

    void Store(Func<int, TLane> value)
    {
        for (int index = 0; index < Values.Length; index += TLane.Width) TLane.Store(result.View, index, value(index));
    }

    /// <summary>Equal bit for bit, so that -0 is not 0; any not-a-number equals any other.</summary>
    static void Same(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual) => Assert.Equal(Bits(expected), Bits(actual));

    static int[] Bits(ReadOnlySpan<float> values) =>
        Array.ConvertAll(values.ToArray(), value => BitConverter.SingleToInt32Bits(float.IsNaN(value) ? float.NaN : value));
}

public sealed class FloatLane1Tests : FloatLaneTests<FloatLane1>;

public sealed class FloatLane4Tests : FloatLaneTests<FloatLane4>;

public sealed class FloatLane8Tests : FloatLaneTests<FloatLane8>;

public sealed class FloatLane16Tests : FloatLaneTests<FloatLane16>;
