using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SpikeData.Generators;

/// <summary>The text of a recipe file; null when it cannot be read.</summary>
/// <param name="Path">As the compiler knows it, for diagnostics.</param>
/// <param name="Name">As the project sees it, for generated code.</param>
/// <param name="Text">What it holds.</param>
sealed record RecipeFile(string Path, string Name, string? Text)
{
    /// <summary>Whether its first line names a schema for editors; the build looks where.</summary>
    public bool NamesSchema => Text?.StartsWith("# yaml-language-server: $schema=", StringComparison.Ordinal) == true;

    public static bool IsRecipe(AnalyzerConfigOptions options) => IsMarked(options, "SpikeDataRecipes");

    /// <summary>Whether a file that goes with the recipes is the documentation of a library with stages.</summary>
    public static bool IsDocumentation(AnalyzerConfigOptions options) => IsMarked(options, "SpikeDataDocumentation");

    public static RecipeFile Read(AdditionalText file, ProjectOptions options, CancellationToken cancellation) =>
        new(file.Path, options.Relative(file.Path), TextOf(file, cancellation));

    static bool IsMarked(AnalyzerConfigOptions options, string mark) =>
        options.TryGetValue("build_metadata.AdditionalFiles." + mark, out string? value) && value.Equals("true", StringComparison.OrdinalIgnoreCase);

    public static string? TextOf(AdditionalText file, CancellationToken cancellation)
    {
        try
        {
            return file.GetText(cancellation)?.ToString();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return null;
        }
    }
}
