using System.Globalization;

namespace SpikeData.Imaging.Tests;

/// <summary>In which order frames were filmed, told by the names of their files. Expected orders are written out by hand.</summary>
public sealed class FrameOrderTests
{
    [Theory]
    [InlineData("1.png 2.png 9.png 10.png 24.png")]
    [InlineData("frame_0.png frame_1.png frame_2.png frame_10.png frame_23.png")]
    [InlineData("95.jpg 99.jpg 100.jpg 118.jpg")]
    [InlineData("cam2_frame9.png cam2_frame10.png cam2_frame101.png")]
    [InlineData("-10.png -2.png -1.png 0.png 1.png 10.png")]
    [InlineData("t_-2.png t_-1.png t_0.png t_3.png")]
    [InlineData("2023-01-14.png 2023-01-15.png 2023-02-01.png")]
    [InlineData("20230114_153000_001.png 20230114_153000_002.png 20230114_153001_001.png 20230114_153001_002.png")]
    [InlineData("00h00m01s_0.png 00h00m01s_1.png 00h00m02s_0.png 00h00m02s_1.png")]
    [InlineData("1_1.png 1_2.png 1_10.png 2_1.png 2_2.png 10_1.png")]
    [InlineData("1676001123.123456.png 1676001123.2.png 1676001123.25.png 1676001124.1.png")]
    [InlineData("v2.8.png v2.9.png v2.10.png")]
    [InlineData("0.040.png 0.080.png 0.120.png")]
    [InlineData("000323.png 000323_000.png 000323_001.png 000324.png 000324_000.png")]
    [InlineData("9_a.png 10_b.png 11_c.png")]
    [InlineData("IMG_8.png img_9.PNG IMG_10.png")]
    [InlineData("99999999999999999998.png 99999999999999999999.png 100000000000000000000.png")]
    [InlineData("000000.png 000001.jpg 000002.JPEG 000003.PNG")]
    [InlineData("frame_000012_0.png frame_000012_1.png frame_000013_0.png frame_000013_1.png")]
    [InlineData("cover.png")]
    public void NumbersInNames_AreComparedAsNumbers(string inOrder)
    {
        string[] expected = [.. inOrder.Split(' ').Select(name => $"c/{name}")];
        foreach (IEnumerable<string> files in (IEnumerable<string>[])[expected, expected.Reverse(), expected.Order(StringComparer.Ordinal)])
        {
            FrameOrder order = FrameOrder.Of(files);
            Assert.Null(order.Problem);
            Assert.Equal(expected, order.Files);
        }
    }

    [Fact]
    public void SpacesAndParentheses_AreWords() =>
        Assert.Equal(["img (1).png", "img (2).png", "img (10).png"], FrameOrder.Of(["img (10).png", "img (1).png", "img (2).png"]).Sure());

    [Theory]
    [InlineData("a.png b.png", "'a.png' has no number")]
    [InlineData("0.png 1.png cover.png", "'cover.png' has no number")]
    [InlineData("1.png 01.png 2.png", "'01.png' and '1.png' differ in leading zeros only")]
    [InlineData("000001.png 000001.jpg", "'000001.jpg' and '000001.png' are one frame twice")]
    [InlineData("000001.png 000001.PNG", "'000001.PNG' and '000001.png' are one frame twice")]
    [InlineData("left_1.png left_2.png right_1.png right_2.png", "of 'left_2.png' and 'right_1.png' the one is first by its words")]
    [InlineData("a_1.png b_2.png a_3.png", "of 'a_3.png' and 'b_2.png' the one is first by its words")]
    [InlineData("1_left.png 1_right.png 2_left.png 2_right.png", "'1_left.png' and '1_right.png' have one number, as two sequences")]
    [InlineData("cam1_0.png cam1_1.png cam2_0.png cam2_1.png", "'cam1_0.png' and 'cam2_0.png' look like 2 sequences")]
    [InlineData("0008.png 0009.png 000a.png 000b.png", "letters behind digits")]
    [InlineData("3f2a.png 9b1c.png a01d.png", "letters behind digits")]
    [InlineData("1.1.png 1.2.png 1.9.png 1.10.png", "'1.9.png' and '1.10.png' may be decimal fractions")]
    [InlineData("0.04.png 0.08.png 0.1.png 0.12.png", "may be decimal fractions")]
    [InlineData("t0.04.png t0.08.png t0.1.png", "may be decimal fractions")]
    [InlineData("-1.png -2.png -3.png", "the dash in '-3.png' may be a minus")]
    [InlineData("t-3.png t2.png", "a sign that may be a minus")]
    [InlineData("img_1.png img_1(1).png img_2.png", "hold numbers in other places")]
    public void NamesThatSayNoOrder_AreAProblemWithItsReason(string names, string reason)
    {
        FrameOrder order = FrameOrder.Of(names.Split(' ').Select(name => $"c/{name}"));
        Assert.Equal(("SPIKE425", "c"), (order.Problem?.Id, order.Problem?.File));
        Assert.Contains(reason, order.Problem!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0 1 2 3", "")]
    [InlineData("0 2 4 6", "")]
    [InlineData("0 8 16 24", "")]
    [InlineData("7 57", "")]
    [InlineData("0 1 2 52 53 54", "49 between 2.png and 52.png")]
    [InlineData("0 2 4 10 12", "2 between 4.png and 10.png")]
    [InlineData("0 1 3 4 6 7", "1 between 1.png and 3.png, 1 between 4.png and 6.png")]
    [InlineData("0 33 67 100 133 200 233", "1 between 133.png and 200.png")]
    [InlineData("3 3_0 3_1 4 4_0 4_1", "")]
    [InlineData("1_1 1_2 1_5 1_6 2_1 2_2", "2 between 1_2.png and 1_5.png")]
    [InlineData("20230114_153058 20230114_153059 20230114_153100 20230114_153101", "")]
    public void Gaps_AreStepsLargerThanUsual(string names, string gaps) =>
        Assert.Equal(gaps, string.Join(", ", FrameOrder.Of(names.Split(' ').Select(name => $"{name}.png")).Gaps));

    [Fact]
    public void NamesOfEqualWidth_KeepTheirOrdinalOrder()
    {
        string[] names = [.. Enumerable.Range(0, 200).Select(number => $"f{(number * 7).ToString("D5", CultureInfo.InvariantCulture)}.png")];
        Assert.Equal(names.Order(StringComparer.Ordinal), FrameOrder.Of(names.Reverse()).Sure());
    }
}
