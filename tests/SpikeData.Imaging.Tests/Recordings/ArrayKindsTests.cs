using System.Text;
using SpikeData.Compute;

namespace SpikeData.Imaging.Tests;

/// <summary>Arrays of every type of number and order of axes. What is expected is the array that was written; its bytes are put together here, without the reader's help.</summary>
public sealed class ArrayKindsTests : IDisposable
{
    readonly RecordingFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string, string> Types => new()
    {
        { "|b1", "01" }, { "|i1", "01" }, { "|u1", "01" },
        { "<i2", "0100" }, { ">i2", "0001" }, { "<u2", "0100" }, { ">u2", "0001" },
        { "<i4", "01000000" }, { ">i4", "00000001" }, { "<u4", "01000000" }, { ">u4", "00000001" },
        { "<i8", "0100000000000000" }, { ">i8", "0000000000000001" }, { "<u8", "0100000000000000" }, { ">u8", "0000000000000001" },
        { "<f2", "003C" }, { ">f2", "3C00" }, { "<f4", "0000803F" }, { ">f4", "3F800000" }, { "<f8", "000000000000F03F" }, { ">f8", "3FF0000000000000" },
    };

    [Theory]
    [MemberData(nameof(Types))]
    public void EveryNumberType_IsReadInBothByteOrders(string descr, string one)
    {
        byte[] spikes = RecordingFolder.GoldenSpikes.As<byte>().ToArray(), number = Convert.FromHexString(one);
        string path = Numpy("a.npy", descr, "(9, 6, 12)", [.. spikes.SelectMany(spike => spike == 1 ? number : new byte[number.Length])]);
        using SpikeRecording recording = SpikeRecording.Open(path);
        Assert.Equal(spikes, RecordingFolder.SpikesOf(recording));
    }

    [Fact]
    public void WhatIsSaidOfAnotherKindOfFile_IsRefused()
    {
        string array = Numpy("a.npy", "|u1", "(9, 6, 12)", RecordingFolder.GoldenSpikes.As<byte>().ToArray()), packed = folder.Write("a.dat", new byte[10]);
        RecordingFacts size = new() { Width = 8, Height = 5 };
        Assert.Equal("SPIKE486", TestFiles.ErrorOf(() => SpikeRecording.Open(array, new() { Bits = BitOrder.MostFirst })));
        Assert.Equal("SPIKE486", TestFiles.ErrorOf(() => SpikeRecording.Open(array, new() { Array = "spikes" })));
        Assert.Equal("SPIKE486", TestFiles.ErrorOf(() => SpikeRecording.Open(packed, size with { Axes = default(ArrayAxes) })));
        Assert.Equal("SPIKE486", TestFiles.ErrorOf(() => SpikeRecording.Open(packed, size with { Array = "spikes" })));
    }

    [Theory]
    [InlineData("|u1", "FF", "holds 255 at tick 1, row 2, column 3")]
    [InlineData("|i1", "FF", "holds -1 at")]
    [InlineData("<f4", "0000003F", "holds 0.5 at")]
    [InlineData("<f8", "000000000000F87F", "holds NaN at")]
    [InlineData("<i4", "00000001", "holds 16777216 at")]
    public void NumberThatIsNoSpike_IsNamedWithItsPlace(string descr, string odd, string message)
    {
        byte[] number = Convert.FromHexString(odd), numbers = new byte[2 * 4 * 5 * number.Length];
        number.CopyTo(numbers, (1 * 20 + 2 * 5 + 3) * number.Length);
        string path = Numpy("a.npy", descr, "(2, 4, 5)", numbers);
        SpikeDataException problem = Assert.Throws<SpikeDataException>(() => SpikeRecording.Open(path).Read(0, 2));
        Assert.Equal("SPIKE454", problem.Id);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MinusZero_IsZero()
    {
        string path = Numpy("a.npy", "<f4", "(1, 1, 2)", Convert.FromHexString("000000800000803F"));
        using SpikeRecording recording = SpikeRecording.Open(path);
        Assert.Equal([0, 1], RecordingFolder.SpikesOf(recording));
    }

    public static TheoryData<ArrayAxes> AllAxes => [.. Enum.GetValues<ArrayAxes>()];

    [Theory]
    [MemberData(nameof(AllAxes))]
    public void EveryOrderOfAxes_IsReadWhereItIsStated(ArrayAxes axes)
    {
        folder.WriteNpy("a.npy", MovingPattern.In(axes), MovingPattern.Shape(axes));
        using SpikeRecording recording = SpikeRecording.Open(folder["a.npy"], new() { Axes = axes });
        Assert.Equal((MovingPattern.Height, MovingPattern.Width, MovingPattern.Ticks), (recording.Layout.Height, recording.Layout.Width, recording.Ticks));
        Assert.Equal(MovingPattern.Spikes, RecordingFolder.SpikesOf(recording));
        Assert.Equal(MovingPattern.Spikes.AsSpan(17 * MovingPattern.Height * MovingPattern.Width, 2 * MovingPattern.Height * MovingPattern.Width), recording.Read(17, 2).ToArray().As<byte>());
    }

    [Theory]
    [InlineData(ArrayAxes.Hwt, "--axes hwt")]
    [InlineData(ArrayAxes.Wht, "--axes hwt")]
    [InlineData(ArrayAxes.Htw, "--axes htw")]
    [InlineData(ArrayAxes.Wth, "--axes htw")]
    public void ArrayWhoseTicksAreNotFirst_IsAskedAbout(ArrayAxes axes, string wayOut)
    {
        folder.WriteNpy("a.npy", MovingPattern.In(axes), MovingPattern.Shape(axes));
        SpikeDataException problem = Assert.Throws<SpikeDataException>(() => SpikeRecording.Open(folder["a.npy"]));
        Assert.Equal("SPIKE493", problem.Id);
        Assert.Contains(wayOut, problem.Message, StringComparison.Ordinal);
        folder.Write("a.npy.yaml", $"axes: {axes.Word()}\n");
        using SpikeRecording recording = SpikeRecording.Open(folder["a.npy"]);
        Assert.Equal(MovingPattern.Spikes, RecordingFolder.SpikesOf(recording));
    }

    [Theory]
    [InlineData(ArrayAxes.Thw, 1)]
    [InlineData(ArrayAxes.Twh, 1)]
    [InlineData(ArrayAxes.Thw, 2)]
    public void ArrayWhoseTicksAreFirst_IsNotAskedAbout(ArrayAxes axes, int light)
    {
        folder.WriteNpy("a.npy", light == 1 ? MovingPattern.In(axes) : MovingPattern.Draw(light), MovingPattern.Shape(axes));
        using SpikeRecording recording = SpikeRecording.OpenDoubted(folder["a.npy"], null, out ReadingDoubt? doubt);
        Assert.Null(doubt);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.01)]
    [InlineData(0.3)]
    [InlineData(1.0)]
    public void NoiseDarknessAndFullLight_AreNotAskedAbout(double rate)
    {
        Random random = new(5);
        folder.WriteNpy("cube.npy", Enumerable.Range(0, 40 * 40 * 40).Select(_ => random.NextDouble() < rate ? (byte)1 : (byte)0).ToArray(), 40, 40, 40);
        using SpikeRecording recording = SpikeRecording.OpenDoubted(folder["cube.npy"], null, out ReadingDoubt? doubt);
        Assert.Null(doubt);
    }

    [Fact]
    public void SpikesDrawnByChance_AreToldByRatesThatChangeInSpaceOnly()
    {
        Random random = new(7);
        byte[] hwt = [.. from row in Enumerable.Range(0, 48) from column in Enumerable.Range(0, 64) from tick in Enumerable.Range(0, 20) select random.Next(60) < row + 6 ? (byte)1 : (byte)0];
        folder.WriteNpy("a.npy", hwt, 48, 64, 20);
        using SpikeRecording recording = SpikeRecording.OpenDoubted(folder["a.npy"], null, out ReadingDoubt? doubt);
        Assert.Equal(ArrayAxes.Hwt, doubt?.Likelier.Axes);
    }

    [Fact]
    public void FortranOrder_IsReadAsItWasWritten()
    {
        // A Fortran array [ticks, height, width] lies in memory as a C array [width, height, ticks].
        string path = Numpy("a.npy", "|u1", $"({MovingPattern.Ticks}, {MovingPattern.Height}, {MovingPattern.Width})", MovingPattern.In(ArrayAxes.Wht), "True");
        using SpikeRecording recording = SpikeRecording.Open(path);
        Assert.Equal(MovingPattern.Spikes, RecordingFolder.SpikesOf(recording));
    }

    [Theory]
    [InlineData(1, 9, 6, 12)]
    [InlineData(9, 1, 6, 12)]
    [InlineData(9, 6, 12, 1)]
    public void AxesOfLengthOne_AreLeftOutWithAWord(params int[] shape)
    {
        byte[] spikes = RecordingFolder.GoldenSpikes.As<byte>().ToArray();
        folder.WriteNpy("a.npy", spikes, shape);
        using SpikeRecording recording = SpikeRecording.Open(folder["a.npy"]);
        Assert.Equal(spikes, RecordingFolder.SpikesOf(recording));
        Assert.Contains($"[{string.Join(", ", shape)}]", recording.Warning, StringComparison.Ordinal);
    }

    [Fact]
    public void BatchOfRecordings_IsRefused()
    {
        folder.WriteNpy("a.npy", new byte[2 * 3 * 4 * 5], 2, 3, 4, 5);
        Assert.Equal("SPIKE454", RecordingFolder.Refusal(folder["a.npy"]));
    }

    string Numpy(string name, string descr, string shape, byte[] numbers, string fortran = "False")
    {
        string header = $"{{'descr': '{descr}', 'fortran_order': {fortran}, 'shape': {shape}, }}".PadRight(117) + '\n';
        return folder.Write(name, [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. Encoding.ASCII.GetBytes(header), .. numbers]);
    }
}
