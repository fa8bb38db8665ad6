using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Platform.Data.Seeding;

/// <summary>
/// A folder of tenants/, read strictly: unknown keys, missing texts and values out of range become problems with file and line. The schema is
/// described in tenants/README.md.
/// </summary>
public sealed class SeedFolder(string root, string name)
{
    private readonly List<SeedProblem> problems = [];

    /// <summary>The commune's slug, or <c>_standard</c>.</summary>
    public string Name { get; } = name;

    public bool Exists => Directory.Exists(Path.Combine(root, Name));

    public bool Has(string file) => File.Exists(Path.Combine(root, Name, file));

    /// <summary>The root of a YAML file, or null where the commune has no such file.</summary>
    public SeedNode? Yaml(string file)
    {
        var path = Path.Combine(root, Name, file);
        if (!File.Exists(path))
        {
            return null;
        }

        var shown = $"{Name}/{file}";
        using var reader = new StreamReader(path);
        var parser = new Parser(reader);
        try
        {
            var stream = new YamlStream();
            stream.Load(parser);
            if (stream.Documents.Count == 1)
            {
                return new SeedNode(stream.Documents[0].RootNode, shown, problems);
            }

            problems.Add(new(shown, 1, "The file must hold one YAML document."));
        }
        catch (YamlException error)
        {
            problems.Add(new(shown, error.Start.Line, $"This is no valid YAML: {error.InnerException?.Message ?? error.Message}"));
        }
        catch (InvalidOperationException)
        {
            // What the parser has to say of a list that is not closed.
            problems.Add(new(shown, parser.Current?.Start.Line ?? 1, "This is no valid YAML: a bracket or brace that opens here or above is not closed."));
        }

        return null;
    }

    /// <summary>The sections of a Markdown file whose headings end in <c>{#key}</c>, or null where the commune has no such file.</summary>
    public IReadOnlyList<SeedSection>? Markdown(string file)
    {
        var path = Path.Combine(root, Name, file);
        return File.Exists(path) ? SeedSection.Split(File.ReadAllLines(path), $"{Name}/{file}", problems) : null;
    }

    public void Refuse(string file, long line, string message) => problems.Add(new($"{Name}/{file}", line, message));

    /// <exception cref="SeedException">Something that was read has mistakes.</exception>
    public void ThrowIfWrong()
    {
        if (problems.Count > 0)
        {
            throw new SeedException([.. problems]);
        }
    }
}
