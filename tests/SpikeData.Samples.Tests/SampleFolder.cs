using System.Runtime.CompilerServices;

namespace SpikeData.Samples.Tests;

/// <summary>Where the samples lie.</summary>
static class SampleFolder
{
    internal static string Rain => Of("SpikeData.Rain");

    static string Of(string project, [CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../samples", project));
}
