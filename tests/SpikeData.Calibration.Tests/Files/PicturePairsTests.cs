namespace SpikeData.Calibration.Tests;

public sealed class PicturePairsTests
{
    [Fact]
    public void LastNumbersOfNames_TellWhatBelongsTogether() => Assert.Equal(
        [("01", "a/cam1_left01.png", "b/right01.jpg"), ("02", "a/cam1_left02.png", null), ("3", null, "b/right3.jpg")],
        PicturePairs.Match(["a/cam1_left01.png", "a/cam1_left02.png"], ["b/right01.jpg", "b/right3.jpg"]));

    [Fact]
    public void NumbersWithAndWithoutZeros_AreOneNumber() => Assert.Equal(
        [("9", "a/left9.png", "b/right09.png"), ("10", "a/left10.png", "b/right10.png"), ("0", "a/left0.png", "b/right00.png")],
        PicturePairs.Match(["a/left10.png", "a/left9.png", "a/left0.png"], ["b/right09.png", "b/right10.png", "b/right00.png"]).OrderBy(pair => pair.Name == "0"));

    [Fact]
    public void NamesWithoutNumbers_BelongTogetherWhenTheyAreEqual() => Assert.Equal(
        [("far", "a/far.png", "b/far.jpg"), ("near", "a/near.png", null)],
        PicturePairs.Match(["a/far.png", "a/near.png"], ["b/far.jpg"]));
}
