using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Platform.UnitTests.Architecture;

/// <summary>What each room may reference, as src/README.md says.</summary>
internal static class Walls
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Platform.Kernel"] = [],
        ["Platform.Data"] = ["Platform.Kernel"],
        ["Platform.Tenancy"] = ["Platform.Kernel", "Platform.Data"],
        ["Platform.Ui"] = ["Platform.Kernel"],
        ["Platform.Commitments"] = ["Platform.Kernel", "Platform.Data", "Platform.Ui"],
        ["Platform.Identity"] = ["Platform.Kernel", "Platform.Data", "Platform.Ui"],
        ["Platform.Documents"] = ["Platform.Kernel", "Platform.Data", "Platform.Ui"],
        ["Platform.Communes"] = ["Platform.Kernel", "Platform.Data", "Platform.Ui"],
        ["Platform.Participation"] = ["Platform.Kernel", "Platform.Data", "Platform.Ui"],
        ["Platform.National"] = ["Platform.Kernel", "Platform.Data", "Platform.Ui"],
        ["Platform.Records"] = ["Platform.Kernel", "Platform.Data", "Platform.Ui"],
        ["Platform.Web"] = ["Platform.Composition", "Platform.Ui"],
        ["Microsoft.SqlServer.Server"] = [],
    };

    private static readonly string[] EnginePackages =
        ["Microsoft.EntityFrameworkCore.Sqlite", "Microsoft.EntityFrameworkCore.SqlServer", "Microsoft.Data.Sqlite", "Microsoft.Data.SqlClient", "Quartz"];

    /// <summary>What a project file references that its room may not. Composition may reference everything.</summary>
    public static IEnumerable<string> Breaches(string room, string projectFile)
    {
        if (room == "Platform.Composition")
        {
            return [];
        }

        var project = XDocument.Parse(projectFile);
        var rooms = Includes(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')));
        var packages = Includes(project, "PackageReference");
        if (!Allowed.TryGetValue(room, out var allowed))
        {
            return [$"{room} is not on the list of rooms"];
        }

        return rooms.Where(other => !allowed.Contains(other)).Select(other => $"{room} → {other}")
            .Concat(packages.Where(package => EnginePackages.Contains(package)).Select(package => $"{room} → {package}"))
            .Concat(room == "Platform.Kernel" ? packages.Concat(Includes(project, "FrameworkReference")).Select(name => $"{room} → {name}") : []);
    }

    /// <summary>Full names of the types of other assemblies that this assembly names anywhere, bodies included.</summary>
    public static IReadOnlySet<string> TypesNamedBy(string assemblyFile)
    {
        using var stream = File.OpenRead(assemblyFile);
        using var image = new PEReader(stream);
        var metadata = image.GetMetadataReader();
        return metadata.TypeReferences
            .Select(handle => metadata.GetTypeReference(handle))
            .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}")
            .ToHashSet();
    }

    private static IEnumerable<string> Includes(XDocument project, string element) =>
        project.Descendants(element).Select(item => item.Attribute("Include")?.Value).OfType<string>();
}
