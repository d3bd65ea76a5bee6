namespace SpikeData.Pipelines.Tests;

/// <summary>Which names become files, and which paths stay in their folder.</summary>
public sealed class FileNameTests
{
    [Theory]
    [InlineData("GOPR0372_07_00")]
    [InlineData("a clip of mine")]
    [InlineData("v1.2.final")]
    [InlineData("Größe")]
    [InlineData("鳥")]
    [InlineData(".hidden")]
    [InlineData("auxiliary")]
    [InlineData("console.png")]
    [InlineData("a-b")]
    public void NormalName_IsOne(string name) => Assert.Null(FileName.FaultOf(name));

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("..", "is a folder")]
    [InlineData("a/b", "has '/' in it")]
    [InlineData("a\\b", "has '\\' in it")]
    [InlineData("C:", "has ':' in it")]
    [InlineData("what?", "has '?' in it")]
    [InlineData("two\nlines", "control characters")]
    [InlineData("\u001b[2J", "control characters")]
    [InlineData("nul\0", "control characters")]
    [InlineData("-rf", "begins with '-'")]
    [InlineData("con.", "ends with '.'")]
    [InlineData("a ", "ends with ' '")]
    [InlineData("aux", "device")]
    [InlineData("CON.png", "device")]
    [InlineData("lpt1.a.b", "device")]
    [InlineData("com¹", "device")]
    public void NameThatSomeSystemCannotBear_IsNone(string name, string fault) => Assert.Contains(fault, FileName.FaultOf(name), StringComparison.Ordinal);

    [Fact]
    public void HalfACharacter_IsNoName() => Assert.Contains("Unicode", FileName.FaultOf("x" + (char)0xd800), StringComparison.Ordinal);

    [Fact]
    public void LongName_IsMeasuredInBytes()
    {
        Assert.Null(FileName.FaultOf(new('x', 255)));
        Assert.NotNull(FileName.FaultOf(new('ü', 128)));
    }

    [Theory]
    [InlineData("../../victim/thesis.tex")]
    [InlineData("a/../../b")]
    [InlineData("/etc/passwd")]
    [InlineData("C:/windows")]
    [InlineData("a//b")]
    [InlineData("a/./b")]
    [InlineData("")]
    [InlineData("a/")]
    public void PathThatLeavesItsFolderOrIsNone_CannotBeMade(string path) => Assert.Null(RelativePath.TryParse(path));

    [Fact]
    public void Path_HasANameAndParents()
    {
        RelativePath path = RelativePath.Parse("train/blur_data/a.b/1.png");

        Assert.Equal(("1.png", "train/blur_data/a.b", Path.Combine("/x", "train", "blur_data", "a.b", "1.png")), (path.Name, path.Parent?.Text, path.In("/x")));
    }
}
