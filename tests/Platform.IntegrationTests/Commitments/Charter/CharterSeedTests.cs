using Microsoft.Extensions.DependencyInjection;
using Platform.Commitments.Charter;
using Platform.Data.Seeding;

namespace Platform.IntegrationTests.Commitments.Charter;

/// <summary>What an editor of tenants/ is told.</summary>
public sealed class CharterSeedTests(SharedHost shared)
{
    private const string GoodText = "## مدخل {#introduction}\n\nنص\n";

    [Fact]
    public async Task Sections_must_match_key_by_key()
    {
        var problems = await ProblemsAsync(
            """
            title: {ar: "ميثاق"}
            version: 1
            sections:
              - {key: introduction, number: "1"}
              - {key: values, number: "2"}
            """,
            "## مدخل {#introduction}\n\nنص\n\n## أهداف {#objectives}\n");

        Assert.Contains(problems, problem => problem is { File: "somewhere/charter.yaml", Line: 5 } && problem.Message.Contains("values", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem is { File: "somewhere/charter.md", Line: 5 } && problem.Message.Contains("objectives", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Mistakes_are_named_with_their_lines_all_at_once()
    {
        var problems = await ProblemsAsync(
            """
            title: {fr: "Charte"}
            version: 0
            adoptd: {}
            sections:
              - {key: introduction, number: "1", colour: red}
            ladder:
              - {rung: consultation, title: {ar: "أ"}, text: {ar: "ب"}}
              - {rung: information, title: {ar: "أ"}, text: {ar: "ب"}}
              - {rung: king, title: {ar: "أ"}, text: {ar: "ب"}}
            commitments:
              - {party: commune, number: "6.1.1", text: {ar: "أ"}}
              - {party: mayor, number: "6.1.1"}
            signatories:
              - {name: {ar: "جمعية"}, kind: association, signedOn: yesterday}
            """,
            GoodText);

        foreach (var (line, word) in new[] { (1L, "'ar'"), (2, "version"), (3, "adoptd"), (5, "colour"), (8, "order"), (9, "king"), (12, "twice"), (12, "mayor"), (12, "text"), (14, "date") })
        {
            Assert.Contains(problems, problem => problem.Line == line && problem.Message.Contains(word, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_text_without_its_structure_or_a_structure_without_its_text_is_refused()
    {
        Assert.NotEmpty(await ProblemsAsync(null, GoodText));
        Assert.NotEmpty(await ProblemsAsync("title: {ar: \"ميثاق\"}\nversion: 1\n", null));
    }

    [Fact]
    public async Task A_commune_without_charter_files_has_nothing_wrong() => Assert.Empty(await ProblemsAsync(null, null));

    private async Task<IReadOnlyList<SeedProblem>> ProblemsAsync(string? yaml, string? markdown)
    {
        var root = Directory.CreateTempSubdirectory("tenants-");
        try
        {
            var folder = root.CreateSubdirectory("somewhere").FullName;
            var stop = TestContext.Current.CancellationToken;
            if (yaml is not null)
            {
                await File.WriteAllTextAsync(Path.Combine(folder, "charter.yaml"), yaml, stop);
            }

            if (markdown is not null)
            {
                await File.WriteAllTextAsync(Path.Combine(folder, "charter.md"), markdown, stop);
            }

            return await shared.Host.InCommuneAsync("settat", async services =>
            {
                var opened = new SeedRoot(root.FullName).Open("somewhere");
                await services.GetServices<ICommuneSeeder>().OfType<CharterSeeder>().Single().SeedAsync(opened, stop);
                try
                {
                    opened.ThrowIfWrong();
                    return [];
                }
                catch (SeedException error)
                {
                    return error.Problems;
                }
            });
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }
}
