using System.Numerics;

namespace SpikeData.Compute.Tests;

/// <summary>What each operator of an integer lane means, one element at a time.</summary>
public abstract class IntLaneTests<TLane> : IDisposable
    where TLane : struct, IIntLane<TLane>
{
    static readonly int[] Edges =
        [0, 1, 2, 3, -1, -2, 127, 128, 255, 256, 65535, 65536, int.MaxValue, int.MaxValue - 1, int.MinValue, int.MinValue + 1];

    static readonly int[] Values = [.. Edges, .. Enumerable.Range(0, 48).Select(i => (int)(2654435761u * (uint)(i + 1)))];

    readonly CpuDevice device = new(threads: 1);
    readonly Buffer<int> left, right, result;
    readonly Buffer<byte> pixels;

    protected IntLaneTests()
    {
        left = device.Allocate<int>(Values.Length);
        right = device.Allocate<int>(Values.Length);
        result = device.Allocate<int>(Values.Length);
        pixels = device.Allocate<byte>(256);
        left.Upload(Values);
        for (int i = 0; i < 256; i++) pixels.Span[i] = (byte)(i * 37);
    }

    [Fact]
    public void Arithmetic_WrapsAround()
    {
        Means((a, b) => a + b, (a, b) => unchecked(a + b));
        Means((a, b) => a - b, (a, b) => unchecked(a - b));
        Means((a, b) => a * b, (a, b) => unchecked(a * b));
    }

    [Fact]
    public void Bits_AreTakenOneByOne()
    {
        Means((a, b) => a & b, (a, b) => a & b);
        Means((a, b) => a | b, (a, b) => a | b);
        Means((a, b) => a ^ b, (a, b) => a ^ b);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(31)]
    public void Shifts_MoveEveryElement(int bits)
    {
        Means((a, _) => a << bits, (a, _) => a << bits);
        Means((a, _) => a >> bits, (a, _) => a >> bits);
        Means((a, _) => a >>> bits, (a, _) => a >>> bits);
    }

    [Fact]
    public void MultiplyHigh_IsTheUpperHalfOfTheUnsignedProduct() =>
        Means(TLane.MultiplyHigh, (a, b) => (int)(uint)(((BigInteger)(uint)a * (uint)b) >> 32));

    [Fact]
    public void Comparisons_AreSigned()
    {
        Means(TLane.Min, Math.Min);
        Means(TLane.Max, Math.Max);
        Means(TLane.LessThan, (a, b) => a < b ? -1 : 0);
        Means(TLane.Equal, (a, b) => a == b ? -1 : 0);
    }

    [Fact]
    public void Select_TakesYesWhereTheMaskIsSet() =>
        Means((a, b) => TLane.Select(TLane.LessThan(a, b), a + b, a - b), (a, b) => unchecked(a < b ? a + b : a - b));

    [Fact]
    public void SplatAndRamp_FillTheLane()
    {
        Store(_ => TLane.Splat(-7));
        Assert.All(result.Span.ToArray(), value => Assert.Equal(-7, value));
        Store(index => TLane.Ramp(index - 5));
        Assert.Equal(Enumerable.Range(-5, Values.Length), result.Span.ToArray());
    }

    [Fact]
    public void UnalignedLoadAndStore_MoveNeighbors()
    {
        result.Span.Clear();
        for (int i = 0; i + TLane.Width < Values.Length; i += TLane.Width) TLane.Store(result.View, i + 1, TLane.Load(left.View, i));
        int moved = (Values.Length - 1) / TLane.Width * TLane.Width;
        Assert.Equal([0, .. Values[..moved]], result.Span[..(moved + 1)].ToArray());
    }

    [Fact]
    public void Gather_FollowsTheIndices()
    {
        Store(index => TLane.Gather(left.View, TLane.Splat(Values.Length - 1) - TLane.Ramp(index)));
        Assert.Equal(Values.Reverse(), result.Span.ToArray());
    }

    [Fact]
    public void Bytes_AreLoadedAndGatheredWithoutSign()
    {
        Store(index => TLane.Load(pixels.View, index + 3));
        Assert.Equal(pixels.Span.Slice(3, Values.Length).ToArray().Select(pixel => (int)pixel), result.Span.ToArray());
        Store(index => TLane.Gather(pixels.View, TLane.Splat(255) - TLane.Ramp(index)));
        Assert.Equal(pixels.Span[^Values.Length..].ToArray().Reverse().Select(pixel => (int)pixel), result.Span.ToArray());
    }

    [Fact]
    public void ThreeBytes_BecomeOneNumber_TheFirstLowest()
    {
        Store(index => TLane.GatherThree(pixels.View, TLane.Splat(253) - TLane.Ramp(index)));
        Assert.Equal(Values.Select((_, i) => pixels.Span[253 - i] | (pixels.Span[254 - i] << 8) | (pixels.Span[255 - i] << 16)), result.Span.ToArray());
    }

    [Fact]
    public void ByteStore_KeepsTheLowByteAndTouchesNothingElse()
    {
        pixels.Span.Fill(99);
        for (int i = 0; i < Values.Length; i += TLane.Width) TLane.Store(pixels.View, i + 1, TLane.Load(left.View, i));
        Assert.Equal([99, .. Values.Select(value => unchecked((byte)value)), 99], pixels.Span[..(Values.Length + 2)].ToArray());
    }

    public void Dispose()
    {
        left.Dispose();
        right.Dispose();
        result.Dispose();
        pixels.Dispose();
        device.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Meets every value with every other, in every place of the lane.</summary>
    void Means(Func<TLane, TLane, TLane> operation, Func<int, int, int> definition)
    {
        for (int turn = 0; turn < Values.Length; turn++)
        {
            int[] others = [.. Values[turn..], .. Values[..turn]];
            right.Upload(others);
            Store(index => operation(TLane.Load(left.View, index), TLane.Load(right.View, index)));
            Assert.Equal(Values.Zip(others, definition), result.Span.ToArray());
        }
    }

    void Store(Func<int, TLane> value)
    {
        for (int index = 0; index < Values.Length; index += TLane.Width) TLane.Store(result.View, index, value(index));
    }
}

public sealed class IntLane1Tests : IntLaneTests<IntLane1>;

public sealed class IntLane4Tests : IntLaneTests<IntLane4>;

public sealed class IntLane8Tests : IntLaneTests<IntLane8>;

public sealed class IntLane16Tests : IntLaneTests<IntLane16>;
