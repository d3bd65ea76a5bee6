using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Calibration.Tests;

/// <summary>What a person can get wrong about pictures is said with the file's name and the way out.</summary>
public sealed class PictureCalibrationTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("spikedata-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void SquaresCountedInsteadOfCorners_AreNoticed()
    {
        Take("left01.jpg", "right01.jpg");
        SpikeDataException error = Fails("10x7");
        Assert.Equal("SPIKE602", error.Id);
        Assert.EndsWith("left01.jpg", error.File, StringComparison.Ordinal);
        Assert.Contains("did you mean --board 9x6?", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9x7")]
    [InlineData("8x6")]
    public void BoardMiscountedByOneRowOrColumn_IsNoticed(string board)
    {
        Take("left01.jpg", "right01.jpg");
        SpikeDataException error = Fails(board);
        Assert.Equal("SPIKE602", error.Id);
        Assert.Contains("id you mean --board 9x6?", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PicturesOfOneCameraTwice_AreNoRig()
    {
        Take("left01.jpg", "left03.jpg", "left04.jpg");
        foreach (int number in new[] { 1, 3, 4 }) File.Copy(Path.Combine(folder, $"left0{number}.jpg"), Path.Combine(folder, $"right0{number}.jpg"));
        SpikeDataException error = Fails("9x6");
        Assert.Equal("SPIKE601", error.Id);
        Assert.EndsWith("right01.jpg", error.File, StringComparison.Ordinal);
    }

    [Fact]
    public void PairsOfDifferentMoments_AreATornRig()
    {
        string[] numbers = ["01", "03", "04", "05", "06", "07"];
        for (int i = 0; i < numbers.Length; i++)
        {
            File.Copy(Path.Combine(RealRig.Folder, $"left{numbers[i]}.jpg"), Path.Combine(folder, $"left{numbers[i]}.jpg"));
            File.Copy(Path.Combine(RealRig.Folder, $"right{numbers[(i + 1) % numbers.Length]}.jpg"), Path.Combine(folder, $"right{numbers[i]}.jpg"));
        }

        RigCalibration torn = PictureCalibration.Solve(new(RealRig.Board), folder, folder);
        Assert.True(torn.IsTorn);
        Assert.Contains("the cameras do not agree", CalibrationSummary.Write(torn), StringComparison.Ordinal);
        Assert.False(RealRig.Calibration.IsTorn);
    }

    [Fact]
    public void TwoPairs_AreTooFew()
    {
        Take("left01.jpg", "right01.jpg", "left03.jpg", "right03.jpg");
        Assert.Equal("SPIKE604", Fails("9x6").Id);
    }

    [Fact]
    public void BoardsThatOnlyOneCameraSaw_AreNamed()
    {
        Take("left01.jpg", "left03.jpg", "left04.jpg", "left05.jpg", "right01.jpg", "right06.jpg", "right08.jpg", "right11.jpg");
        SpikeDataException error = Fails("9x6");
        Assert.Equal("SPIKE605", error.Id);
        Assert.Contains("Only the left camera saw it in: left03.jpg, left04.jpg, left05.jpg.", error.Message, StringComparison.Ordinal);
        Assert.Contains("Only the right one in: right06.jpg, right08.jpg, right11.jpg.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PictureOfAnotherSize_IsNamed()
    {
        Take("left01.jpg", "right01.jpg", "left03.jpg", "right03.jpg", "left04.jpg", "right04.jpg");
        File.WriteAllBytes(Path.Combine(folder, "right03.jpg"), Png.Gray(new byte[250 * 400], 250, 400));
        SpikeDataException error = Fails("9x6");
        Assert.Equal("SPIKE603", error.Id);
        Assert.EndsWith("right03.jpg", error.File, StringComparison.Ordinal);
        Assert.Contains("400x250", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DamagedPicture_IsNamed()
    {
        Take("left01.jpg", "right01.jpg");
        File.WriteAllText(Path.Combine(folder, "left02.jpg"), "no picture");
        Assert.EndsWith("left02.jpg", Fails("9x6").File, StringComparison.Ordinal);
    }

    [Fact]
    public void FolderWithoutPictures_IsNamed()
    {
        SpikeDataException error = Fails("9x6");
        Assert.Equal(("SPIKE601", folder), (error.Id, error.File));
    }

    [Fact]
    public void PairToLeaveOutThatDoesNotExist_IsNamed()
    {
        Take("left01.jpg", "right01.jpg");
        SpikeDataException error = Assert.Throws<SpikeDataException>(() => PictureCalibration.Solve(new(RealRig.Board) { Without = ["7"] }, folder, folder));
        Assert.Contains("There are 01.", error.Message, StringComparison.Ordinal);
    }

    SpikeDataException Fails(string board) => Assert.Throws<SpikeDataException>(() => PictureCalibration.Solve(new(Board.Parse(board, 1)), folder, folder));

    void Take(params string[] names)
    {
        foreach (string name in names) File.Copy(Path.Combine(RealRig.Folder, name), Path.Combine(folder, name));
    }
}
