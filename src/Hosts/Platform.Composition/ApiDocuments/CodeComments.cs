using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Platform.Composition.ApiDocuments;

/// <summary>What the code says of its own types (the XML file that the compiler writes beside an assembly), told to readers of the API.</summary>
internal sealed partial class CodeComments
{
    private readonly ConcurrentDictionary<Assembly, Dictionary<string, XElement>> files = new();

    public string? Of(Type type) => Text(Member("T:" + NameOf(type), type)?.Element("summary"));

    /// <summary>Of a property: its own summary, or what the record says of the parameter that it comes from.</summary>
    public string? Of(PropertyInfo property)
    {
        var type = property.DeclaringType!;
        return Text(Member($"P:{NameOf(type)}.{property.Name}", type)?.Element("summary"))
            ?? Text(Member("T:" + NameOf(type), type)?.Elements("param").FirstOrDefault(parameter => parameter.Attribute("name")?.Value == property.Name));
    }

    private static string NameOf(Type type) => type.FullName!.Replace('+', '.');

    private XElement? Member(string name, Type type) => files.GetOrAdd(type.Assembly, Read).GetValueOrDefault(name);

    private static Dictionary<string, XElement> Read(Assembly assembly)
    {
        var file = Path.ChangeExtension(assembly.Location, ".xml");
        return File.Exists(file)
            ? XDocument.Load(file).Descendants("member").ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal)
            : [];
    }

    /// <summary>On one line, with the words that the markup shows.</summary>
    private static string? Text(XElement? element) => element is null
        ? null
        : Blanks().Replace(string.Concat(element.Nodes().Select(node => node switch
        {
            XText text => text.Value,
            XElement { Name.LocalName: "see" } see => see.Attribute("cref")?.Value.Split('.')[^1] ?? see.Value,
            XElement other => other.Value,
            _ => "",
        })), " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
