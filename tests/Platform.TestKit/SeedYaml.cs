using YamlDotNet.RepresentationModel;

namespace Platform.TestKit;

/// <summary>A file of tenants/ as YAML alone reads it: another way than the product's, so that both are not wrong alike.</summary>
internal static class SeedYaml
{
    public static YamlNode Root(string commune, string file)
    {
        using var reader = File.OpenText(Path.Combine(Repository.Tenants, commune, file));
        var yaml = new YamlStream();
        yaml.Load(reader);
        return yaml.Documents[0].RootNode;
    }

    /// <summary>The items of a list; none where the list is not there.</summary>
    public static IEnumerable<YamlNode> Items(YamlNode node, string key) =>
        ((YamlMappingNode)node).Children.TryGetValue(key, out var child) && child is YamlSequenceNode list ? list.Children : [];

    public static string? Text(YamlNode node, string key) => ((YamlMappingNode)node).Children.TryGetValue(key, out var child) ? ((YamlScalarNode)child).Value : null;
}
