using SpikeData.Recipes;

namespace SpikeData.Generators;

/// <summary>Stages and variants found in one place, what is wrong with others there, and whose code they rest on.</summary>
/// <param name="Stages">Each with the place of its declaration, if that is in this project.</param>
/// <param name="Variants">Likewise, with the interfaces that each implements.</param>
/// <param name="Findings">What is wrong with types that are marked as stages or variants and cannot be.</param>
/// <param name="Digests">For types of other people's assemblies, which build of the assembly they come from.</param>
/// <param name="HasContract">Whether the pipeline's own assembly is there at all.</param>
sealed record StageSet(
    EquatableArray<Placed<StageSchema>> Stages,
    EquatableArray<Placed<VariantEntry>> Variants,
    EquatableArray<Finding> Findings,
    EquatableArray<CodeDigest> Digests,
    bool HasContract);
