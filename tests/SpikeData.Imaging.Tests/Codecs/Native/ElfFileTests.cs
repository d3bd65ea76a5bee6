namespace SpikeData.Imaging.Tests;

public sealed class ElfFileTests : IDisposable
{
    readonly TestFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void StandIn_NeedsNothing() => Assert.Empty(ElfFile.Needed(files.Write("libnothing.so", StandIn.Bytes("libnothing.so"))));

    [Fact]
    public void TextFile_NeedsNothing() => Assert.Empty(ElfFile.Needed(files.Write("text.so", new byte[100])));

    [Fact]
    public void OpenCvLibrary_NeedsTheDesktop()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The library of Linux.");
        IReadOnlyList<string> needed = ElfFile.Needed(OpenCv.NativeFile()!);
        Assert.Contains("libgtk-3.so.0", needed);
        Assert.Contains("libc.so.6", needed);
    }
}
