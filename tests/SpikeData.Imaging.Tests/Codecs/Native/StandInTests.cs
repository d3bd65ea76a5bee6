using System.Runtime.InteropServices;

namespace SpikeData.Imaging.Tests;

public sealed class StandInTests
{
    [Fact]
    public void MissingLibrary_IsFoundByNameOnceItsStandInIsLoaded()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Stand-ins are for the loader of Linux.");
        const string name = "libspikedata-absent.so.7";
        Assert.False(NativeLibrary.TryLoad(name, out _));
        StandIn.Load(name);
        Assert.True(NativeLibrary.TryLoad(name, out _));
    }

    [Fact]
    public void StandIn_ExportsNothing()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Stand-ins are for the loader of Linux.");
        const string name = "libspikedata-silent.so.7";
        StandIn.Load(name);
        Assert.False(NativeLibrary.TryGetExport(NativeLibrary.Load(name), "gtk_init", out _));
    }
}
