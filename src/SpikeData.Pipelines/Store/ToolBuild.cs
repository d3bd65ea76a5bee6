using System.Reflection;

namespace SpikeData.Pipelines;

/// <summary>Which build of this program it is: its version, and a digest of its code.</summary>
static class ToolBuild
{
    /// <summary>Such as <c>0.1.0+4f5e6d (a1b2c3d4)</c>.</summary>
    public static string Name { get; } = $"{Version} ({Code})";

    static string Version => typeof(ToolBuild).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "?";

    /// <summary>The compiler names each module by its content.</summary>
    static string Code => Digest.OfText(string.Join(' ', ((Type[])[typeof(ToolBuild), typeof(Imaging.Frame), typeof(Compute.Device)])
        .Select(type => type.Module.ModuleVersionId)))[..8];
}
