using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Documents.Blobs;
using Platform.Documents.FileTypes;
using Platform.Documents.Library;
using Platform.Kernel.Files;
using Platform.Kernel.Measures;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.IntegrationTests.Documents;

public sealed class DocumentPagesTests
{
    [Fact]
    public async Task A_commune_without_documents_says_so()
    {
        await using var host = await FilesHost.StartAsync();
        using var client = host.Commune("demnate");

        Assert.NotNull((await client.PageAsync("/ar/documents")).QuerySelector(".empty"));
        Assert.Equal(HttpStatusCode.NotFound, await client.StatusAsync("/ar/documents/1"));
        Assert.Contains((await client.PageAsync("/fr")).QuerySelectorAll("nav a"), link => link.GetAttribute("href") == "/fr/documents");
    }

    [Fact]
    public async Task Documents_are_found_by_kind_language_variant_and_folded_words()
    {
        await using var host = await FilesHost.StartAsync();
        await FillAsync(host);
        using var client = host.Commune("demnate");

        Assert.Equal(["محضر الدورة الأولى", "التقرير السنوي"], await TitlesAsync(client, ""));
        Assert.Equal(["محضر الدورة الأولى"], await TitlesAsync(client, "?kind=minutes"));
        Assert.Equal(["التقرير السنوي"], await TitlesAsync(client, "?variant=audio"));
        Assert.Equal(["التقرير السنوي"], await TitlesAsync(client, "?language=ary"));

        // Hamza, ta marbuta and accents are no hurdle.
        Assert.Equal(["محضر الدورة الأولى"], await TitlesAsync(client, "?q=الدوره+الاولي"));
        Assert.Equal(["التقرير السنوي"], await TitlesAsync(client, "?q=ANNUEL"));
        Assert.Empty(await TitlesAsync(client, "?q=لاشيء"));
        Assert.Equal(HttpStatusCode.BadRequest, await client.StatusAsync("/ar/documents?kind=nonsense"));
        Assert.Equal(HttpStatusCode.NotFound, await client.StatusAsync("/ar/documents?p=2"));
    }

    [Fact]
    public async Task A_page_holds_twenty_and_asks_the_database_no_more_for_many_than_for_few()
    {
        await using var host = await FilesHost.StartAsync();
        await FillAsync(host);
        using var client = host.Commune("demnate");
        var few = await QueriesAsync(host, client, "/ar/documents?kind=minutes");
        await FillAsync(host, 30);

        Assert.Equal(few, await QueriesAsync(host, client, "/ar/documents"));
        Assert.Equal(20, (await TitlesAsync(client, "")).Count);
        Assert.Equal(13, (await TitlesAsync(client, "?p=2")).Count);
    }

    [Fact]
    public async Task A_document_shows_its_variants_and_keeps_its_earlier_versions()
    {
        await using var host = await FilesHost.StartAsync();
        await FillAsync(host);
        using var client = host.Commune("demnate");

        var page = await client.PageAsync("/fr/documents/1");

        var cards = page.QuerySelectorAll(".document-files > li");
        Assert.Equal(["Français", "Version audio (Arabe)", "Version en darija (Darija)"], cards.Select(card => card.QuerySelector("h3")!.TextContent));
        Assert.Contains("version 2", cards[0].TextContent, StringComparison.Ordinal);
        Assert.Equal("/documents/1/files/1", cards[0].QuerySelectorAll("details a").Single().GetAttribute("href"));
        Assert.NotNull(cards[1].QuerySelector("audio[controls]"));

        // Where it is attached, its original is linked, in its last version.
        var attached = await host.InCommuneAsync("demnate", async services =>
        {
            var documents = services.GetRequiredService<IDocuments>();
            Assert.True(await documents.AttachAsync(1, "activity:1.1", Stop));
            await services.GetRequiredService<CommuneContext>().SaveChangesAsync(Stop);
            return await documents.OfAsync(["activity:1.1"], false, Stop);
        });
        Assert.Equal("rapport 2.pdf", attached["activity:1.1"].Single().FileName);
    }

    [Fact]
    public async Task The_api_says_the_same_and_is_described()
    {
        await using var host = await FilesHost.StartAsync();
        await FillAsync(host);
        using var client = host.Commune("demnate");

        var list = await client.JsonAsync("/api/v1/documents?variant=audio");
        var one = await client.JsonAsync("/api/v1/documents/1");

        Assert.Equal(1, list.GetProperty("found").GetInt32());
        Assert.Equal("report", list.GetProperty("documents")[0].GetProperty("kind").GetString());
        Assert.Equal(3, list.GetProperty("documents")[0].GetProperty("files").GetArrayLength());
        Assert.Equal(4, one.GetProperty("files").GetArrayLength());
        Assert.Equal("http://demnate.localhost/documents/1/files/2", one.GetProperty("files")[0].GetProperty("url").GetString());
        await client.JsonAsync("/api/v1/documents?language=xx", HttpStatusCode.BadRequest);
        await client.JsonAsync("/api/v1/documents/77", HttpStatusCode.NotFound);
        var paths = (await client.JsonAsync("/openapi/v1.json")).GetProperty("paths");
        Assert.True(paths.TryGetProperty("/api/v1/documents", out _));
        Assert.True(paths.TryGetProperty("/api/v1/documents/{number}", out _));
    }

    [Fact]
    public async Task What_is_published_is_news_and_on_the_map_and_what_is_not_is_neither()
    {
        await using var host = await FilesHost.StartAsync();
        await FillAsync(host);
        using var client = host.Commune("demnate");

        var feed = await client.GetStringAsync(new Uri("/fr/feed.atom", UriKind.Relative), Stop);
        var map = await client.GetStringAsync(new Uri("/sitemap.xml", UriKind.Relative), Stop);

        Assert.Contains("/fr/documents/1", feed, StringComparison.Ordinal);
        Assert.Contains("/fr/documents/1", map, StringComparison.Ordinal);
        Assert.DoesNotContain("/documents/3", feed, StringComparison.Ordinal);
        Assert.DoesNotContain("/documents/3", map, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_published_is_counted_at_the_end_of_a_period()
    {
        await using var host = await FilesHost.StartAsync();
        await FillAsync(host);
        await host.InCommuneAsync("demnate", async services =>
        {
            var measures = services.GetServices<IMeasureSource>().OfType<DocumentsMeasures>().Single();
            string[] keys = [DocumentsMeasures.Published, DocumentsMeasures.Minutes, DocumentsMeasures.Accessible];

            var november = await measures.MeasureAsync(keys, Period.Month(2026, 11), Stop);
            var october = await measures.MeasureAsync(keys, Period.Month(2026, 10), Stop);

            Assert.Equal([2m, 1m, 50m], keys.Select(key => november[key].Value!.Value));
            Assert.Equal(0m, october[DocumentsMeasures.Published].Value);
            Assert.Null(october[DocumentsMeasures.Accessible].Value);
            Assert.Equal("accessible", (await measures.RowsAsync(DocumentsMeasures.Accessible, Period.Month(2026, 11), Stop))[0].State);
        });
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A report with an audio version, one in Darija and an earlier version; minutes; and minutes that are not published.</summary>
    private static Task FillAsync(PlatformHost host, int reports = 1) => host.InCommuneAsync("demnate", async services =>
    {
        var now = host.Clock.UtcNow();
        var db = services.GetRequiredService<CommuneContext>();
        for (var i = 0; i < reports; i++)
        {
            var report = Document.Of(DocumentKind.Report, new("التقرير السنوي", "Rapport annuel"), null, new(2026, 1, 5), null, now, "account:1");
            report.Add(File("rapport.pdf", FileFormat.Pdf), FileLanguage.French, FileVariant.Original, null, now, "account:1");
            await SaveAsync(report);
            report.Add(File("rapport 2.pdf", FileFormat.Pdf), FileLanguage.French, FileVariant.Original, "annexes", now, "account:1");
            report.Add(File("rapport.mp3", FileFormat.Mp3), FileLanguage.Arabic, FileVariant.Audio, null, now, "account:1");
            report.Add(File("rapport.pdf", FileFormat.Pdf), FileLanguage.Arabic, FileVariant.Darija, null, now, "account:1");
            report.Publish(now, "account:1");
            await SaveAsync(report);
        }

        foreach (var published in new[] { true, false })
        {
            var minutes = Document.Of(DocumentKind.Minutes, new("محضر الدورة الأولى"), null, new(2026, 2, 5), null, now, "account:1");
            minutes.Add(File("pv.pdf", FileFormat.Pdf), FileLanguage.Arabic, FileVariant.Original, null, now, "account:1");
            if (published)
            {
                minutes.Publish(now, "account:1");
            }

            await SaveAsync(minutes);
        }

        async Task SaveAsync(Document document)
        {
            db.Update(document);
            await db.SaveChangesAsync(Stop);
        }
    });

    private static KeptFile File(string name, FileFormat format) => new(name, format, 1000, new string('0', 64), BlobKey.New());

    private static async Task<IReadOnlyList<string>> TitlesAsync(HttpClient client, string query) =>
        [.. (await client.PageAsync("/ar/documents" + query)).QuerySelectorAll(".documents h3").Select(title => title.TextContent)];

    private static async Task<int> QueriesAsync(PlatformHost host, HttpClient client, string path)
    {
        host.Queries.Clear();
        await client.PageAsync(path);
        return host.Queries.Commands.Count;
    }
}
