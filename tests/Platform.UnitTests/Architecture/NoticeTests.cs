using System.Text.Json;
using System.Xml.Linq;
using Platform.TestKit;

namespace Platform.UnitTests.Architecture;

/// <summary>Whose work is passed on is named in <c>src/NOTICE.md</c>, once.</summary>
public sealed class NoticeTests
{
    private static readonly string Notice = File.ReadAllText(Path.Combine(Repository.Root, "src", "NOTICE.md"));

    /// <summary>Packages that the notice names by what they belong to.</summary>
    private static readonly (string Start, string Named)[] Families =
    [
        ("Microsoft.EntityFrameworkCore.", "Entity Framework Core"), ("Microsoft.AspNetCore.OpenApi", "ASP.NET Core"), ("OpenTelemetry", "OpenTelemetry .NET"),
        ("Quartz", "Quartz.NET"), ("xunit", "xunit"),
    ];

    [Fact]
    public void Every_package_that_is_chosen_is_named()
    {
        // What is only pinned comes with the packages that need it, and under their notices.
        var chosen = XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")).Root!.Elements("ItemGroup")
            .Where(group => group.Attribute("Label")?.Value.StartsWith("Transitive", StringComparison.Ordinal) != true)
            .Elements("PackageVersion").Select(package => package.Attribute("Include")!.Value);

        Assert.Empty(chosen.Select(package => Array.Find(Families, family => package.StartsWith(family.Start, StringComparison.Ordinal)).Named ?? package)
            .Where(name => !Notice.Contains(name, StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_package_of_the_browser_assets_is_named()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "src", "Foundation", "Platform.Ui", "package.json")));

        Assert.Empty(manifest.RootElement.GetProperty("devDependencies").EnumerateObject().Select(package => package.Name).Where(name => !Notice.Contains(name, StringComparison.Ordinal)));
    }

    [Fact]
    public void Nothing_is_named_twice()
    {
        var names = Notice.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| What", StringComparison.Ordinal))
            .SelectMany(line => line.Split('|')[1].Split(','))
            .Select(name => name.Split('(')[0].Split(':')[0].Trim())
            .Where(name => !name.StartsWith('`'))
            .ToList();

        Assert.Equal(names.Distinct(), names);
    }
}
