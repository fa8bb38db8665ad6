using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Documents.Library;
using Platform.Documents.Reception;
using Platform.Kernel.People;
using Platform.TestKit.People;

namespace Platform.IntegrationTests.Documents;

/// <summary>The team's pages, as a browser without scripts uses them; and what the script of file fields talks to.</summary>
public sealed class DeskTests
{
    [Fact]
    public async Task Several_files_become_documents_that_nobody_sees_until_they_are_published()
    {
        await using var host = await FilesHost.StartAsync();
        using var client = await host.SignInAsync("demnate", Role.TeamMember, Area.Documents);
        using var citizen = host.Commune("demnate");

        using var sent = await SendAsync(
            client, "/fr/workspace/documents/new", [("محضر الدورة.pdf", SampleFiles.Pdf()), ("plan.docx", SampleFiles.Docx())],
            ("Input.Kind", "Minutes"), ("Input.Date", "2026-10-05"));

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var list = await client.PageAsync("/fr/workspace/documents?published=no");
        Assert.Equal(["plan", "محضر الدورة"], list.QuerySelectorAll("tbody th a").Select(link => link.TextContent));
        Assert.NotNull((await citizen.PageAsync("/fr/documents")).QuerySelector(".empty"));

        using var published = await client.SubmitAsync("/fr/workspace/documents/1/publication", new Dictionary<string, string?>(), "form.form");
        Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
        Assert.Single((await citizen.PageAsync("/fr/documents")).QuerySelectorAll(".documents > li"));
        Assert.Equal(["document.kept", "document.kept", "document.published"], await ActsAsync(host));

        // Withdrawing asks for a reason and keeps what it was.
        using var unreasoned = await client.SubmitAsync("/fr/workspace/documents/1/publication", new Dictionary<string, string?> { ["Reason"] = "" });
        Assert.Equal(HttpStatusCode.BadRequest, unreasoned.StatusCode);
        using var withdrawn = await client.SubmitAsync("/fr/workspace/documents/1/publication", new Dictionary<string, string?> { ["Reason"] = "Noms de mineurs" });
        Assert.Equal(HttpStatusCode.Redirect, withdrawn.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await citizen.StatusAsync("/fr/documents/1"));
    }

    [Fact]
    public async Task A_form_that_is_refused_keeps_what_was_typed_and_what_was_sent()
    {
        await using var host = await FilesHost.StartAsync();
        using var client = await host.SignInAsync("demnate", Role.FocalPoint);

        using var refused = await SendAsync(
            client, "/fr/workspace/documents/new", [("a.pdf", SampleFiles.Pdf()), ("virus.pdf", [.. "MZ"u8, 1])],
            ("Input.Kind", "Report"), ("Input.Date", ""), ("Input.Title.Ar", "تقرير <script>"));

        var page = await refused.PageAsync(HttpStatusCode.BadRequest);
        var kept = Assert.IsType<IHtmlInputElement>(page.QuerySelector("input[name='Files.Codes']"), exactMatch: false);
        Assert.True(kept.IsChecked);
        Assert.Equal("تقرير <script>", page.QuerySelector("input[name='Input.Title.Ar']")!.GetAttribute("value"));
        Assert.Contains("virus.pdf", page.QuerySelector("#errors")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("#errors a").Where(link => page.QuerySelector(link.GetAttribute("href")!) is null));

        // Sent again with the date: the file need not be chosen again.
        using var accepted = await client.SubmitAsync(page, "/fr/workspace/documents/new", [("Input.Date", "2026-10-05")], "form.form");
        Assert.Equal("/fr/workspace/documents/1", accepted.Headers.Location!.OriginalString);
        Assert.Equal("تقرير <script>", (await client.PageAsync("/ar/workspace/documents/1")).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_store_that_is_down_is_told_and_what_was_typed_stays()
    {
        await using var host = await FilesHost.StartAsync();
        using var client = await host.SignInAsync("demnate", Role.FocalPoint);
        await File.WriteAllTextAsync(Path.Combine(host.DataFolder, "files"), "", Stop);

        using var answer = await SendAsync(
            client, "/fr/workspace/documents/new", [("a.pdf", SampleFiles.Pdf())], ("Input.Kind", "Report"), ("Input.Date", "2026-10-05"), ("Input.Title.Ar", "تقرير"));

        var page = await answer.PageAsync(HttpStatusCode.ServiceUnavailable);
        Assert.Equal("تقرير", page.QuerySelector("input[name='Input.Title.Ar']")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector("#errors"));
        await host.InCommuneAsync("demnate", async services => Assert.Empty(await services.GetRequiredService<CommuneContext>().Set<Document>().ToListAsync(Stop)));
    }

    [Fact]
    public async Task A_new_version_keeps_the_one_before_and_a_file_can_be_removed_for_good()
    {
        await using var host = await FilesHost.StartAsync();
        await host.KeepAsync("demnate", "a.pdf", SampleFiles.Pdf("one"), FilesHost.About());
        using var client = await host.SignInAsync("demnate", Role.FocalPoint);
        using var citizen = host.Commune("demnate");

        using var added = await SendAsync(client, "/fr/workspace/documents/1/file", [("b.pdf", SampleFiles.Pdf("two"))], ("Input.Note", "Annexes ajoutées"));
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        var card = (await citizen.PageAsync("/fr/documents/1")).QuerySelector(".document-files > li")!;
        Assert.Contains("b.pdf", card.TextContent, StringComparison.Ordinal);
        Assert.Equal("/documents/1/files/1", card.QuerySelector("details a")!.GetAttribute("href"));

        using var removed = await client.SubmitAsync("/fr/workspace/documents/1/files/1/remove", new Dictionary<string, string?> { ["Reason"] = "Numéros de carte" });
        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await citizen.StatusAsync("/documents/1/files/1"));
        Assert.Equal(HttpStatusCode.OK, await citizen.StatusAsync("/documents/1/files/2"));
        Assert.Equal(HttpStatusCode.NotFound, await client.StatusAsync("/fr/workspace/documents/1/files/1/remove"));
    }

    [Fact]
    public async Task The_second_of_two_savers_is_told_and_chooses()
    {
        await using var host = await FilesHost.StartAsync();
        await host.KeepAsync("demnate", "a.pdf", SampleFiles.Pdf(), FilesHost.About());
        using var one = await host.SignInAsync("demnate", Role.FocalPoint);
        using var two = await host.SignInAsync("demnate", Role.TeamMember, Area.Documents);
        var late = await two.PageAsync("/fr/workspace/documents/1");

        using var first = await one.SubmitAsync("/fr/workspace/documents/1", new Dictionary<string, string?> { ["Input.Title.Ar"] = "عنوان أول" });
        using var second = await two.SubmitAsync(late, "/fr/workspace/documents/1", [("Input.Title.Ar", "عنوان ثان")]);

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        var conflict = await second.PageAsync(HttpStatusCode.Conflict);
        Assert.Contains("عنوان أول", conflict.QuerySelector("#conflict")!.TextContent, StringComparison.Ordinal);
        using var insisted = await two.SubmitAsync(conflict, "/fr/workspace/documents/1", [("Input.Title.Ar", "عنوان ثان")]);
        Assert.Equal(HttpStatusCode.Redirect, insisted.StatusCode);
        Assert.Contains("عنوان ثان", (await one.PageAsync("/ar/workspace/documents/1")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_is_for_those_who_are_entrusted_with_documents_in_this_commune()
    {
        await using var host = await FilesHost.StartAsync();
        await host.KeepAsync("demnate", "a.pdf", SampleFiles.Pdf(), FilesHost.About(publish: false));
        string[] desk = ["/fr/workspace/documents", "/fr/workspace/documents/new", "/fr/workspace/documents/1", "/fr/workspace/documents/1/file", "/fr/workspace/documents/1/publication"];
        using var visitor = host.Browser("demnate.localhost");
        using var citizen = await host.SignInAsync("demnate", Role.Citizen);
        using var charter = await host.SignInAsync("demnate", Role.TeamMember, Area.Charter);
        using var neighbour = await host.SignInAsync("larache", Role.FocalPoint);
        foreach (var page in desk)
        {
            Assert.Equal(HttpStatusCode.Redirect, await visitor.StatusAsync(page));
            Assert.NotEqual(HttpStatusCode.OK, await citizen.StatusAsync(page));
            Assert.NotEqual(HttpStatusCode.OK, await charter.StatusAsync(page));
        }

        // Another commune's number is nothing here; the file is for the team, evidence being everyone's concern in it.
        Assert.Equal(HttpStatusCode.NotFound, await neighbour.StatusAsync("/fr/workspace/documents/1"));
        Assert.Equal(HttpStatusCode.NotFound, await neighbour.StatusAsync("/workspace/documents/1/files/1"));
        Assert.NotEqual(HttpStatusCode.OK, await visitor.StatusAsync("/workspace/documents/1/files/1"));
        Assert.NotEqual(HttpStatusCode.OK, await citizen.StatusAsync("/workspace/documents/1/files/1"));
        Assert.Equal(HttpStatusCode.OK, await charter.StatusAsync("/workspace/documents/1/files/1"));
    }

    [Fact]
    public async Task A_script_sends_a_file_in_parts_with_the_token_of_the_form()
    {
        await using var host = await FilesHost.StartAsync();
        using var client = await host.SignInAsync("demnate", Role.TeamMember, Area.Documents);
        var content = SampleFiles.Pdf(new string('z', 100_000));
        var form = await client.PageAsync("/fr/workspace/documents/new");
        var token = form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var started = await JsonAsync(client, HttpMethod.Post, "/fr/workspace/uploads", token, new FormUrlEncodedContent([new("name", "rapport.pdf"), new("length", $"{content.Length}")]));
        var code = started.GetProperty("code").GetString()!;
        await JsonAsync(client, HttpMethod.Put, $"/fr/workspace/uploads?code={code}&start=0", token, new ByteArrayContent(content[..40_000]));
        var asked = await JsonAsync(client, HttpMethod.Get, $"/fr/workspace/uploads?code={code}", token, null);
        Assert.Equal(40_000, asked.GetProperty("received").GetInt64());
        var wrong = await JsonAsync(client, HttpMethod.Put, $"/fr/workspace/uploads?code={code}&start=10", token, new ByteArrayContent([1]), HttpStatusCode.Conflict);
        Assert.Equal(40_000, wrong.GetProperty("received").GetInt64());
        var done = await JsonAsync(client, HttpMethod.Put, $"/fr/workspace/uploads?code={code}&start=40000", token, new ByteArrayContent(content[40_000..]));
        Assert.True(done.GetProperty("whole").GetBoolean());

        // Without the token, or as somebody else, nothing is taken.
        using var forged = await client.PutAsync(new Uri($"/fr/workspace/uploads?code={code}&start=0", UriKind.Relative), new ByteArrayContent([1]), Stop);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        using var other = await host.SignInAsync("demnate", Role.FocalPoint);
        Assert.Equal(HttpStatusCode.NotFound, await other.StatusAsync($"/fr/workspace/uploads?code={code}"));

        var refused = await JsonAsync(client, HttpMethod.Post, "/fr/workspace/uploads", token, new FormUrlEncodedContent([new("name", "vide.pdf"), new("length", "0")]), HttpStatusCode.BadRequest);
        Assert.Contains("vide.pdf", refused.GetProperty("problem").GetString(), StringComparison.Ordinal);

        // The form takes it by its code.
        using var kept = await SendAsync(client, "/fr/workspace/documents/new", [], ("Input.Kind", "Report"), ("Input.Date", "2026-10-05"), ("Files.Codes", code));
        Assert.Equal("/fr/workspace/documents/1", kept.Headers.Location!.OriginalString);
        await host.InCommuneAsync("demnate", async services => Assert.Empty(await services.GetRequiredService<CommuneContext>().Set<Upload>().ToListAsync(Stop)));
    }

    [Fact]
    public async Task What_waits_to_be_published_is_told_on_the_first_page()
    {
        await using var host = await FilesHost.StartAsync();
        await host.KeepAsync("demnate", "a.pdf", SampleFiles.Pdf(), FilesHost.About(publish: false));
        using var client = await host.SignInAsync("demnate", Role.TeamMember, Area.Documents);

        var home = await client.PageAsync("/fr/workspace");

        Assert.Contains(home.QuerySelectorAll(".work a"), link => link.GetAttribute("href") == "/fr/workspace/documents?published=no");
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<HttpResponseMessage> SendAsync(
        HttpClient client, string path, (string Name, byte[] Content)[] files, params (string Name, string Value)[] fields)
    {
        var page = await client.PageAsync(path);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector("form.form input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
        };
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        foreach (var (name, content) in files)
        {
            var part = new ByteArrayContent(content);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            form.Add(part, "Files.Sent", name);
        }

        return await client.PostAsync(new Uri(path, UriKind.Relative), form, Stop);
    }

    private static async Task<JsonElement> JsonAsync(
        HttpClient client, HttpMethod method, string path, string token, HttpContent? content, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
        request.Headers.Add("RequestVerificationToken", token);
        using var response = await client.SendAsync(request, Stop);
        var text = await response.Content.ReadAsStringAsync(Stop);
        Assert.True(response.StatusCode == expected, $"{method} {path} answered {(int)response.StatusCode}: {text[..Math.Min(text.Length, 400)]}");
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    private static Task<List<string>> ActsAsync(PlatformHost host) => host.InCommuneAsync("demnate", services =>
        services.GetRequiredService<CommuneContext>().Set<AuditEntry>().Where(entry => entry.Verb.StartsWith("document.")).OrderBy(entry => entry.Id)
            .Select(entry => entry.Verb).ToListAsync(Stop));
}
