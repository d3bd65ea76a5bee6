using Microsoft.CodeAnalysis.Diagnostics;

namespace SpikeData.Generators;

/// <summary>What the project file says: the namespace of generated code, where paths begin, whether the program's entry is generated.</summary>
sealed record ProjectOptions(string Namespace, string Directory, bool GeneratesEntryPoint)
{
    public static ProjectOptions Read(AnalyzerConfigOptions options)
    {
        string root = Property(options, "RootNamespace");
        return new(
            root.Length == 0 ? "SpikeData.Generated" : root,
            Property(options, "ProjectDir"),
            Property(options, "SpikeDataGenerateEntryPoint").Equals("true", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A path as the project sees it, with forward slashes, so that generated code is the same on every machine.</summary>
    public string Relative(string path)
    {
        bool isInside = Directory.Length > 0 && path.StartsWith(Directory, StringComparison.Ordinal);
        string relative = isInside ? path.Substring(Directory.Length) : FileName(path);
        return relative.Replace('\\', '/').TrimStart('/');
    }

    static string FileName(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);

    static string Property(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue("build_property." + name, out string? value) ? value : "";
}
