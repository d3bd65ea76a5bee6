using System.Text.Json.Serialization;

namespace SpikeData.Pipelines;

/// <summary>A place within a folder: names with forward slashes between them. It cannot lead out of the folder.</summary>
[JsonConverter(typeof(TextConverter<RelativePath>))]
public sealed record RelativePath : IText<RelativePath>
{
    RelativePath(string text) => Text = text;

    /// <summary>The path with forward slashes.</summary>
    public string Text { get; }

    /// <summary>The last of its names.</summary>
    public string Name => Path.GetFileName(Text);

    /// <summary>The folder it lies in; null when that is the folder the path begins in.</summary>
    public RelativePath? Parent => Text.LastIndexOf('/') is > 0 and var slash ? new(Text[..slash]) : null;

    /// <summary>A path, or null when a name in it can be none.</summary>
    public static RelativePath? TryParse(string text) => FaultOf(text) is null ? new(text) : null;

    /// <exception cref="FormatException">A name in it can be none.</exception>
    public static RelativePath Parse(string text) => TryParse(text) ?? throw new FormatException($"{FileName.Quoted(text)} {FaultOf(text)}.");

    /// <inheritdoc cref="FileName.FaultOf"/>
    public static string? FaultOf(string text)
    {
        if (text.StartsWith('/')) return "does not lie in the folder";
        foreach (string name in text.Split('/'))
            if (FileName.FaultOf(name) is { } fault) return name == ".." ? "leads out of the folder" : fault;
        return null;
    }

    /// <summary>The full path within a folder.</summary>
    public string In(string folder) => Path.Combine(folder, Text.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>The first symbolic link on the way from a folder to this place, the place itself included; null when there is none.</summary>
    /// <remarks>A link may lead anywhere, so what lies behind one is neither published nor deleted.</remarks>
    public string? LinkIn(string folder) =>
        Parent?.LinkIn(folder) ?? (new FileInfo(In(folder)).LinkTarget is null ? null : In(folder));

    public override string ToString() => Text;
}
