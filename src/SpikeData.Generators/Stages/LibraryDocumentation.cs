using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace SpikeData.Generators;

/// <summary>The documentation files of referenced libraries, which the build hands over: the compiler reads none.</summary>
sealed class LibraryDocumentation : DocumentationProvider
{
    readonly Dictionary<string, string> members = [];

    LibraryDocumentation(IEnumerable<string?> files)
    {
        foreach (XElement member in files.SelectMany(Members))
        {
            if ((string?)member.Attribute("name") is { } name) members[name] = member.ToString();
        }
    }

    /// <summary>The same references, whose symbols know their documentation.</summary>
    public static ImmutableArray<MetadataReference> Attach(ImmutableArray<MetadataReference> references, ImmutableArray<string?> files)
    {
        if (files.IsEmpty) return references;
        LibraryDocumentation documentation = new(files);
        return [.. references.Select(reference => reference is PortableExecutableReference file && file.GetMetadata() is AssemblyMetadata assembly
            ? assembly.GetReference(documentation, file.Properties.Aliases, file.Properties.EmbedInteropTypes, file.FilePath, file.Display)
            : reference)];
    }

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => 0;

    protected override string? GetDocumentationForSymbol(string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken) =>
        members.TryGetValue(documentationMemberID, out string? text) ? text : null;

    static IEnumerable<XElement> Members(string? file)
    {
        try
        {
            return file is null ? [] : XDocument.Parse(file).Descendants("member");
        }
        catch (XmlException)
        {
            return [];
        }
    }
}
