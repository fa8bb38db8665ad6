using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Platform.Data;
using Platform.Documents.Library;
using Platform.Kernel.Time;

namespace Platform.IntegrationTests.Documents;

public sealed class DownloadTests(Azurite azurite)
{
    [Theory]
    [InlineData(FilesHost.Folder)]
    [InlineData(FilesHost.Azure)]
    public async Task A_published_file_is_fetched_whole_in_parts_or_not_at_all_where_nothing_changed(string store)
    {
        await using var host = await FilesHost.StartAsync(store, azurite);
        var content = SampleFiles.Pdf(new string('x', 300_000));
        var number = await host.KeepAsync("demnate", "محضر الدورة «العادية».pdf", content, FilesHost.About());
        var path = $"/documents/{number}/files/{await host.FileOfAsync("demnate", number)}";
        using var client = host.Commune("demnate");

        using var whole = await GetAsync(client, path);
        Assert.Equal(content, await whole.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal("application/pdf", whole.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", whole.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("محضر الدورة «العادية».pdf", whole.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", Assert.Single(whole.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("default-src 'none'; sandbox", Assert.Single(whole.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal($"\"{Convert.ToHexStringLower(SHA256.HashData(content))}\"", whole.Headers.ETag!.Tag);

        using var rest = await GetAsync(client, path, request => request.Headers.Range = new RangeHeaderValue(200_000, null));
        Assert.Equal(HttpStatusCode.PartialContent, rest.StatusCode);
        Assert.Equal(content[200_000..], await rest.Content.ReadAsByteArrayAsync(Stop));

        using var beyond = await GetAsync(client, path, request => request.Headers.Range = new RangeHeaderValue(9_000_000, null));
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.StatusCode);

        using var again = await GetAsync(client, path, request => request.Headers.IfNoneMatch.Add(whole.Headers.ETag));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);

        using var asked = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path), Stop);
        Assert.Equal(content.Length, asked.Content.Headers.ContentLength);

        // The whole file once; going on in the middle, asking and knowing it already are not counted.
        Assert.Equal(1, await DownloadsAsync(host, number));
    }

    [Fact]
    public async Task Nothing_is_public_unless_published_and_every_request_asks_again()
    {
        await using var host = await FilesHost.StartAsync();
        var number = await host.KeepAsync("demnate", "a.pdf", SampleFiles.Pdf(), FilesHost.About(publish: false));
        var file = await host.FileOfAsync("demnate", number);
        using var client = host.Commune("demnate");
        string[] paths = [$"/documents/{number}/files/{file}", $"/ar/documents/{number}", $"/api/v1/documents/{number}"];

        Assert.All(await StatusesAsync(client, paths), status => Assert.Equal(HttpStatusCode.NotFound, status));
        await ChangeAsync(host, number, (document, now) => document.Publish(now, "account:1"));
        Assert.All(await StatusesAsync(client, paths), status => Assert.Equal(HttpStatusCode.OK, status));
        await ChangeAsync(host, number, (document, _) => document.Unpublish());
        Assert.All(await StatusesAsync(client, paths), status => Assert.Equal(HttpStatusCode.NotFound, status));
    }

    [Fact]
    public async Task A_file_of_another_document_or_another_commune_is_not_found()
    {
        await using var host = await FilesHost.StartAsync();
        var one = await host.KeepAsync("demnate", "a.pdf", SampleFiles.Pdf("one"), FilesHost.About());
        var secret = await host.KeepAsync("demnate", "b.pdf", SampleFiles.Pdf("secret"), FilesHost.About(publish: false));
        using var demnate = host.Commune("demnate");
        using var larache = host.Commune("larache");
        using var national = host.National();

        Assert.Equal(HttpStatusCode.NotFound, await demnate.StatusAsync($"/documents/{one}/files/{await host.FileOfAsync("demnate", secret)}"));
        Assert.Equal(HttpStatusCode.NotFound, await larache.StatusAsync($"/documents/{one}/files/{await host.FileOfAsync("demnate", one)}"));
        Assert.Equal(HttpStatusCode.NotFound, await larache.StatusAsync($"/ar/documents/{one}"));
        Assert.Equal(HttpStatusCode.NotFound, await national.StatusAsync($"/documents/{one}/files/{await host.FileOfAsync("demnate", one)}"));
    }

    [Fact]
    public async Task A_file_removed_for_good_is_not_found_and_its_document_says_so()
    {
        await using var host = await FilesHost.StartAsync();
        var number = await host.KeepAsync("demnate", "a.pdf", SampleFiles.Pdf(), FilesHost.About());
        var file = await host.FileOfAsync("demnate", number);
        await ChangeAsync(host, number, (document, now) => document.Files.Single().Remove(now));
        using var client = host.Commune("demnate");

        Assert.Equal(HttpStatusCode.NotFound, await client.StatusAsync($"/documents/{number}/files/{file}"));
        Assert.Empty((await client.PageAsync($"/fr/documents/{number}")).QuerySelectorAll(".document-files li"));
    }

    [Fact]
    public async Task A_store_that_lost_a_file_answers_503_and_says_so_to_the_operator()
    {
        using var log = new LogMemory();
        await using var host = await FilesHost.StartAsync(options => options.Services = services => services.AddSingleton<ILoggerProvider>(log));
        var number = await host.KeepAsync("demnate", "a.pdf", SampleFiles.Pdf(), FilesHost.About());
        Directory.Delete(Path.Combine(host.DataFolder, "files", "demnate"), recursive: true);
        using var client = host.Commune("demnate");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await client.StatusAsync($"/documents/{number}/files/{await host.FileOfAsync("demnate", number)}"));
        Assert.Equal(0, await DownloadsAsync(host, number));
        Assert.Single(log.Lines, line => line.Contains("The store of files has lost ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Text_is_sent_as_it_is_and_cannot_run()
    {
        await using var host = await FilesHost.StartAsync();
        var content = "a;b\n1;2\n"u8.ToArray();
        var number = await host.KeepAsync("demnate", "جدول.csv", content, FilesHost.About());
        using var client = host.Commune("demnate");

        using var answer = await GetAsync(
            client, $"/documents/{number}/files/{await host.FileOfAsync("demnate", number)}", request => request.Headers.AcceptEncoding.ParseAdd("br, gzip"));

        Assert.Empty(answer.Content.Headers.ContentEncoding);
        Assert.Equal(content, await answer.Content.ReadAsByteArrayAsync(Stop));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<HttpResponseMessage> GetAsync(HttpClient client, string path, Action<HttpRequestMessage>? with = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        with?.Invoke(request);
        return await client.SendAsync(request, Stop);
    }

    private static async Task<IReadOnlyList<HttpStatusCode>> StatusesAsync(HttpClient client, IEnumerable<string> paths)
    {
        var statuses = new List<HttpStatusCode>();
        foreach (var path in paths)
        {
            statuses.Add(await client.StatusAsync(path));
        }

        return statuses;
    }

    private static Task<int> DownloadsAsync(PlatformHost host, int number) => host.InCommuneAsync("demnate", services =>
        services.GetRequiredService<CommuneContext>().Set<DocumentFile>().Where(file => file.DocumentId == number).SumAsync(file => file.Downloads, Stop));

    private static Task ChangeAsync(PlatformHost host, int number, Action<Document, DateTime> change) => host.InCommuneAsync("demnate", async services =>
    {
        var db = services.GetRequiredService<CommuneContext>();
        change(await db.Set<Document>().Include(document => document.Files).SingleAsync(document => document.Id == number, Stop), host.Clock.UtcNow());
        await db.SaveChangesAsync(Stop);
    });
}
