using Microsoft.CodeAnalysis;

namespace SpikeData.Generators.Tests;

/// <summary>What one run of the generator gave.</summary>
sealed record Generation(GeneratorDriver Driver, Compilation Compilation)
{
    GeneratorRunResult Result => Driver.GetRunResult().Results[0];

    /// <summary>The generator's own diagnostics as the compiler prints them.</summary>
    public string Diagnostics => string.Concat(Result.Diagnostics
        .OrderBy(one => one.Location.GetLineSpan().Path, StringComparer.Ordinal).ThenBy(one => one.Location.SourceSpan.Start)
        .Select(one => one.ToString().Replace(Consumer.Folder, "", StringComparison.Ordinal) + "\n"));

    /// <summary>Errors of the project with what was generated, and warnings in what was generated.</summary>
    public IEnumerable<string> CompilerFindings => Compilation.GetDiagnostics()
        .Where(one => one.Severity == DiagnosticSeverity.Error || (one.Severity == DiagnosticSeverity.Warning && IsGenerated(one)))
        .Select(one => one.ToString());

    static bool IsGenerated(Diagnostic one) => one.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true;

    /// <summary>All generated files, one after the other.</summary>
    public string Sources => string.Concat(Result.GeneratedSources.OrderBy(source => source.HintName, StringComparer.Ordinal)
        .Select(source => $"==== {source.HintName}\n{source.SourceText}\n"));

    public string Source(string hintName) => Result.GeneratedSources.Single(source => source.HintName == hintName).SourceText.ToString();

    /// <summary>Why each output of a step is there: Cached, Unchanged, Modified, New, Removed.</summary>
    public string Reasons(string step) => Result.TrackedSteps.TryGetValue(step, out var runs)
        ? string.Join(",", runs.SelectMany(run => run.Outputs).Select(output => output.Reason))
        : "";

    /// <summary>The same for the source outputs, all together.</summary>
    public string OutputReasons =>
        string.Join(",", Result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(run => run.Outputs).Select(output => output.Reason));
}
