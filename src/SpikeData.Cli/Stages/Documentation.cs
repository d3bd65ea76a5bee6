using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SpikeData.Cli;

/// <summary>The summaries that stand in an assembly's source, from the documentation file beside it; empty texts where there is none.</summary>
sealed partial class Documentation
{
    static readonly ConcurrentDictionary<Assembly, Documentation> OfOthers = [];

    readonly Assembly assembly;
    readonly Dictionary<string, XElement> members = [];

    internal Documentation(Assembly assembly)
    {
        this.assembly = assembly;
        string file = Path.ChangeExtension(assembly.Location, ".xml");
        if (!File.Exists(file)) return;
        foreach (XElement member in XDocument.Load(file).Descendants("member")) members.TryAdd((string)member.Attribute("name")!, member);
    }

    /// <summary>What a type is.</summary>
    internal string SummaryOf(Type type) => Text(Member("T:" + type.FullName)?.Element("summary"));

    /// <summary>What a member of an enumeration means, which may come from another assembly.</summary>
    internal string SummaryOf(Type type, string member)
    {
        Documentation documentation = type.Assembly == assembly ? this : OfOthers.GetOrAdd(type.Assembly, other => new(other));
        return Text(documentation.Member($"F:{type.FullName}.{member}")?.Element("summary"));
    }

    /// <summary>What a parameter of a record's constructor means.</summary>
    internal string SummaryOf(Type type, ParameterInfo parameter) =>
        Text(Member("T:" + type.FullName)?.Elements("param").FirstOrDefault(element => (string?)element.Attribute("name") == parameter.Name));

    XElement? Member(string id) => members.GetValueOrDefault(id);

    static string Text(XElement? element) => element is null ? "" : Blanks().Replace(string.Concat(element.Nodes().Select(Text)), " ").Trim();

    static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" or "paramref" or "typeparamref" } reference => Name(reference),
        XElement element => string.Concat(element.Nodes().Select(Text)),
        _ => "",
    };

    static string Name(XElement reference)
    {
        string name = (string?)(reference.Attribute("cref") ?? reference.Attribute("name") ?? reference.Attribute("langword")) ?? "";
        return name[(name.LastIndexOfAny(['.', ':']) + 1)..];
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
