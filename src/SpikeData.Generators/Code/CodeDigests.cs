using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using SpikeData.Recipes;

namespace SpikeData.Generators;

/// <summary>
/// Digests of the code behind the project's own stages: of their declarations, and of every declaration of the project that these mention,
/// and so on. Comments and layout do not count.
/// </summary>
static class CodeDigests
{
    public static IncrementalValueProvider<EquatableArray<CodeDigest>> Find(
        IncrementalGeneratorInitializationContext context, IncrementalValueProvider<StageSet> declared, IncrementalValueProvider<StageSet> referenced)
    {
        // A tree that no edit has touched is the same object, so that its declarations are not digested again.
        IncrementalValueProvider<ImmutableArray<EquatableArray<CodePiece>>> pieces = context.CompilationProvider
            .SelectMany((compilation, _) => compilation.SyntaxTrees)
            .Combine(declared.Select((set, _) => set.Stages.Count + set.Variants.Count > 0))
            .Select((pair, cancellation) => pair.Right ? CodePiece.All(pair.Left, cancellation) : default)
            .WithTrackingName(TrackingNames.CodePieces)
            .Collect();
        return pieces.Combine(declared).Combine(referenced)
            .Select((all, _) => Digest([.. all.Left.Left.SelectMany(tree => tree)], all.Left.Right).Concat(all.Right.Digests).ToEquatableArray());
    }

    /// <summary>One digest for some types together; empty when none of them has one.</summary>
    public static string Of(IEnumerable<string> types, EquatableArray<CodeDigest> digests)
    {
        HashSet<string> wanted = [.. types];
        List<string> parts = [.. digests.Where(digest => wanted.Contains(digest.TypeName)).Select(digest => $"{digest.TypeName}={digest.Digest}")];
        return parts.Count == 0 ? "" : Hash(parts.OrderBy(part => part, StringComparer.Ordinal));
    }

    public static string Hash(IEnumerable<string> parts)
    {
        using SHA256 sha = SHA256.Create();
        byte[] bytes = sha.ComputeHash(Encoding.UTF8.GetBytes(string.Join("\n", parts)));
        return string.Concat(bytes.Take(16).Select(one => one.ToString("x2")));
    }

    static IEnumerable<CodeDigest> Digest(IReadOnlyList<CodePiece> pieces, StageSet declared)
    {
        ILookup<string, CodePiece> byName = pieces
            .SelectMany(piece => piece.Names.Select(name => (name, piece)))
            .ToLookup(pair => pair.name, pair => pair.piece);
        return declared.Stages.Select(stage => stage.Item.TypeName)
            .Concat(declared.Variants.Select(variant => variant.Item.Schema.TypeName))
            .Select(type => new CodeDigest(type, Hash(Mentioned(TypeNames.Short(type), byName))));
    }

    static IEnumerable<string> Mentioned(string name, ILookup<string, CodePiece> byName)
    {
        HashSet<CodePiece> reached = [.. byName[name]];
        Queue<CodePiece> open = new(reached);
        while (open.Count > 0)
        {
            foreach (CodePiece next in open.Dequeue().Mentions.SelectMany(mention => byName[mention]).Where(reached.Add).ToList()) open.Enqueue(next);
        }

        return reached.Select(piece => piece.Digest).OrderBy(digest => digest, StringComparer.Ordinal);
    }
}
