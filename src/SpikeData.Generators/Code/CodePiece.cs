using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SpikeData.Recipes;

namespace SpikeData.Generators;

/// <summary>One type declaration: the names it answers to, the names it mentions, and a digest of its tokens.</summary>
/// <remarks>Names are compared as written, not resolved. Two types of one name count both, which may rebuild too much but never too little.</remarks>
sealed record CodePiece(EquatableArray<string> Names, EquatableArray<string> Mentions, string Digest)
{
    public static EquatableArray<CodePiece> All(SyntaxTree tree, CancellationToken cancellation) => tree.GetRoot(cancellation)
        .DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
        .OfType<BaseTypeDeclarationSyntax>().Select(Of).ToEquatableArray();

    static CodePiece Of(BaseTypeDeclarationSyntax declaration)
    {
        List<SyntaxToken> tokens = [.. declaration.DescendantTokens()];
        // Extension methods are called without naming their class.
        IEnumerable<string> methods = declaration.Modifiers.Any(SyntaxKind.StaticKeyword)
            ? declaration.DescendantNodes().OfType<MethodDeclarationSyntax>().Select(method => method.Identifier.ValueText)
            : [];
        IEnumerable<string> nested = declaration.DescendantNodesAndSelf()
            .OfType<BaseTypeDeclarationSyntax>().Select(type => type.Identifier.ValueText);
        IEnumerable<string> mentions = tokens.Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText);
        return new(
            nested.Concat(methods).Distinct().ToEquatableArray(),
            mentions.Distinct().ToEquatableArray(),
            CodeDigests.Hash(tokens.Select(token => token.Text)));
    }
}
