namespace SpikeData.Compute.Tests;

public sealed class PhiloxTests
{
    /// <summary>The known answers that Random123 publishes for philox4x32 with 10 rounds: counter, key, result.</summary>
    public static TheoryData<uint[], uint[], uint[]> KnownAnswers() => new()
    {
        { [0, 0, 0, 0], [0, 0], [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8] },
        {
            [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
            [0xffffffff, 0xffffffff],
            [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd]
        },
        {
            [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
            [0xa4093822, 0x299f31d0],
            [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1]
        },
    };

    [Theory]
    [MemberData(nameof(KnownAnswers))]
    public void Draw_GivesTheKnownAnswers(uint[] counter, uint[] key, uint[] expected)
    {
        (uint a, uint b, uint c, uint d) = Philox.Draw(counter[0], counter[1], counter[2], counter[3], new((int)key[0], (int)key[1]));
        Assert.Equal((expected[0], expected[1], expected[2], expected[3]), (a, b, c, d));
    }

    [Fact]
    public void Kernel_DrawsWhatTheHostDraws()
    {
        const int Rows = 3, Columns = 29, Counter = 77;
        var key = new PhiloxKey(5, -6);
        using var device = new CpuDevice(threads: 1);
        using Buffer<int> words = device.Allocate<int>(4 * Rows * Columns);
        device.Run(new DrawPhilox(words.View, key, Counter, Rows, Columns), Rows, Columns);
        for (int index = 0; index < Rows * Columns; index++)
        {
            (uint a, uint b, uint c, uint d) = Philox.Draw((uint)index, Counter, (uint)(index / Columns), unchecked((uint)-Counter), key);
            Assert.Equal([a, b, c, d], Enumerable.Range(0, 4).Select(plane => (uint)words.Span[plane * Rows * Columns + index]));
        }
    }
}
