namespace SpikeData.Cli.Tests;

public sealed class SystemOpenerTests
{
    /// <summary>On Linux the variables of the desktop decide; other systems have one always, unless somebody is connected from afar.</summary>
    [Theory]
    [InlineData(true, "DISPLAY")]
    [InlineData(true, "WAYLAND_DISPLAY")]
    [InlineData(false, "DISPLAY", "SSH_CONNECTION")]
    [InlineData(false, "WAYLAND_DISPLAY", "SSH_TTY")]
    public void Desktop_OpensTheFile_UnlessItIsFarAway(bool opens, params string[] variables)
    {
        List<string> started = [];
        SystemOpener opener = new(name => variables.Contains(name) ? "set" : null, (program, path) =>
        {
            started.Add(path);
            return true;
        });
        Assert.Equal(opens, opener.Open("picture.png"));
        Assert.Equal(opens ? ["picture.png"] : [], started);
    }

    [Fact]
    public void ProgramThatIsNotThere_IsNoError() => Assert.False(new SystemOpener(name => name == "DISPLAY" ? ":0" : null, (_, _) => false).Open("picture.png"));
}
