using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace SpikeData.Generators;

/// <summary>A symbol's documentation in plain text. Empty where there is none, as for referenced assemblies whose documentation nobody hands over.</summary>
sealed class DocumentationText
{
    readonly XElement? root;

    DocumentationText(XElement? root) => this.root = root;

    public string Summary => Plain(root?.Element("summary"));

    public static DocumentationText Of(ISymbol symbol)
    {
        string? xml = symbol.GetDocumentationCommentXml();
        try
        {
            return new(string.IsNullOrEmpty(xml) ? null : XElement.Parse(xml));
        }
        catch (XmlException)
        {
            return new(null);
        }
    }

    public string Parameter(string name) => Plain(root?.Elements("param").FirstOrDefault(element => (string?)element.Attribute("name") == name));

    static string Plain(XElement? element) => element is null ? "" : Regex.Replace(string.Concat(element.Nodes().Select(Text)), @"\s+", " ").Trim();

    static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { HasAttributes: true, IsEmpty: true } reference => LastName(reference.FirstAttribute.Value),
        XElement element => element.Value,
        _ => "",
    };

    static string LastName(string reference) => reference.Substring(reference.LastIndexOfAny([':', '.']) + 1);
}
