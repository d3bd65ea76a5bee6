namespace SpikeData.Pipelines;

/// <summary>The parts of a clip's content key as a lock keeps them: those of the recipe once for all clips, the sources shortened.</summary>
static class LockedParts
{
    const int FilesTogether = 32;

    /// <summary>What does not depend on the clip.</summary>
    public static IEnumerable<KeyPart> OfRecipe(IEnumerable<KeyPart> parts) => parts.Where(part => part.Name is not ("clip" or "split") && !IsSource(part));

    /// <summary>The source files by name; more than 32 of them in groups of 32, so that the lock of a long clip stays readable.</summary>
    public static IEnumerable<KeyPart> OfSources(IEnumerable<KeyPart> parts)
    {
        KeyPart[] files = [.. parts.Where(IsSource).Select(part => part with { Name = part.Name[Planner.SourcePrefix.Length..] })];
        return files.Length <= FilesTogether ? files : files.Chunk(FilesTogether).Select(Together);
    }

    static KeyPart Together(KeyPart[] files) =>
        files is [var only] ? only : new($"{files[0].Name} to {files[^1].Name}", ContentKey.Of(files).Text);

    static bool IsSource(KeyPart part) => part.Name.StartsWith(Planner.SourcePrefix, StringComparison.Ordinal);
}
