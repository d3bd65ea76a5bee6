using Microsoft.CodeAnalysis;
using SpikeData.Recipes;

namespace SpikeData.Generators;

/// <summary>Hands findings to the compiler, and turns failures of the generator itself into one.</summary>
static class Report
{
    public static void All(SourceProductionContext output, EquatableArray<Finding> findings)
    {
        foreach (Finding finding in findings)
            output.ReportDiagnostic(Diagnostic.Create(Descriptor(finding.Id), finding.Place?.ToLocation(), finding.Message));
    }

    /// <summary>Runs a step whose failure must not take the compiler's other work with it.</summary>
    public static void Guard(SourceProductionContext output, Action step)
    {
        try
        {
            step();
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            All(output, new([Failure(error, null)]));
        }
    }

    /// <summary>What a person reads when the generator is at fault.</summary>
    public static Finding Failure(Exception error, Place? place) => new(
        FindingId.Failure,
        "The generator failed here, which is a fault of SpikeData.Tools and not of yours: "
        + $"{error.GetType().Name}: {error.Message} Please report it with the recipe.",
        place);

    // Messages are composed where the fault is found, so that the command line says the same.
    static DiagnosticDescriptor Descriptor(string id) => new(
        id, "Recipe or stage", "{0}", "SpikeData", DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: "docs/errors.md");
}
