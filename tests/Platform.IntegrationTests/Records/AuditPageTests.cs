using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.IntegrationTests.Auditing;
using Platform.IntegrationTests.Mailing;
using Platform.Kernel.Acts;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.TestKit.People;
using Platform.Ui.Acts;

namespace Platform.IntegrationTests.Records;

/// <summary>The trail as people read it.</summary>
public sealed class AuditPageTests : IAsyncLifetime
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private PlatformHost host = null!;
    private SignedInClient focal = null!;

    public async ValueTask InitializeAsync()
    {
        host = await PlatformHost.StartAsync(options =>
        {
            options.Communes = ["demnate", "larache"];
            options.Services += services => services.AddActs<TestMailTexts>("unknown", "unknown.published");
        });
        focal = await host.SignInAsync("demnate", Role.FocalPoint);
    }

    public async ValueTask DisposeAsync()
    {
        focal.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Acts_are_listed_in_words_in_both_languages()
    {
        await ActAsync("indicator.corrected", "indicator:x:2026-10", "خطأ في الإدخال", new { Value = 1 }, new { Value = 2 });

        var arabic = await focal.PageAsync("/ar/workspace/audit");
        var french = await focal.PageAsync("/fr/workspace/audit");

        var row = arabic.QuerySelector("tbody tr")!.TextContent;
        Assert.Contains("تصحيح قيمة مؤشر", row, StringComparison.Ordinal);
        Assert.Contains("خطأ في الإدخال", row, StringComparison.Ordinal);
        Assert.Contains("القيمة", row, StringComparison.Ordinal);
        Assert.Contains("Valeur d’indicateur corrigée", french.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);

        // The address that somebody acted from is not in the list.
        Assert.DoesNotContain("196.200.1.2", arabic.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_searched_by_folded_words_person_act_thing_and_days()
    {
        await ActAsync("test.a", "test:1", "إصلاح الأخطاء");
        host.Clock.Move(TimeSpan.FromDays(2));
        await ActAsync("test.b", "test:2", "autre");
        await ActAsync("test.b", "tester:2", "autre");

        // The session of two days ago is over.
        using var reader = await host.SignInAsync("demnate", Role.FocalPoint);
        async Task<int> Count(string query) => (await reader.PageAsync("/ar/workspace/audit?" + query)).QuerySelectorAll("tbody tr").Length;

        Assert.Equal(1, await Count("q=" + Uri.EscapeDataString("اصلاح الاخطا")));
        Assert.Equal(2, await Count("verb=test.b"));
        Assert.Equal(2, await Count("subject=test"));
        Assert.Equal(1, await Count("subject=test:1"));
        Assert.Equal(2, await Count("from=2026-11-24&to=2026-11-24&q=autre"));
        Assert.Equal(0, await Count("from=2026-11-25"));
        Assert.Equal(0, await Count("who=account:99"));
        Assert.NotNull((await reader.PageAsync("/ar/workspace/audit?q=zzz")).QuerySelector(".empty"));
    }

    [Fact]
    public async Task What_cannot_be_a_date_is_said_and_kept()
    {
        var page = await focal.PageAsync("/fr/workspace/audit?from=hier&q=abc", HttpStatusCode.BadRequest);

        Assert.Equal("hier", page.QuerySelector("#from")!.GetAttribute("value"));
        Assert.Equal("true", page.QuerySelector("#from")!.GetAttribute("aria-invalid"));
        Assert.Equal("#from", page.QuerySelector(".error-summary a")!.GetAttribute("href"));
        Assert.Equal("abc", page.QuerySelector("#q")!.GetAttribute("value"));
        await focal.PageAsync("/fr/workspace/audit?p=0", HttpStatusCode.NotFound);
        await focal.PageAsync("/fr/workspace/audit?p=99999999999", HttpStatusCode.NotFound);
        await focal.PageAsync("/fr/workspace/audit?p=7", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Long_trails_have_pages_and_cost_the_same_number_of_queries()
    {
        host.Queries.Clear();
        await focal.PageAsync("/ar/workspace/audit");
        var few = host.Queries.Commands.Count;
        await host.InCommuneAsync("demnate", async services =>
        {
            var audit = services.GetRequiredService<AuditTrail>();
            for (var act = 0; act < 120; act++)
            {
                audit.Record("test.many", $"test:{act}", after: new { act });
            }

            await services.GetRequiredService<CommuneContext>().SaveChangesAsync(Stop);
        });

        host.Queries.Clear();
        var page = await focal.PageAsync("/ar/workspace/audit?verb=test.many&p=3");

        Assert.Equal(20, page.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(few, host.Queries.Commands.Count);
        Assert.Contains(page.QuerySelectorAll(".pager a"), link => link.GetAttribute("href")!.Contains("verb=test.many", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_act_shows_before_and_after_and_reading_its_address_is_itself_an_act_once_a_day()
    {
        await ActAsync(
            "indicator.corrected", "indicator:x:2026-10", "r",
            new { Title = new LocalizedText("قبل", "avant"), Visible = false, Day = new DateOnly(2026, 1, 2), Same = 1 },
            new { Title = new LocalizedText("بعد <script>", "après"), Visible = true, Day = (DateOnly?)null, Same = 1 });
        var list = await focal.PageAsync("/fr/workspace/audit?verb=indicator.corrected");
        var link = list.QuerySelector("tbody tr td:last-child a")!.GetAttribute("href")!;

        var page = await focal.PageAsync(link);
        await focal.PageAsync(link);

        var cells = page.QuerySelectorAll(".act-changes tbody tr").Select(row => row.Children.Select(cell => cell.TextContent).ToList()).ToList();
        Assert.Equal(["Titre", "قبل\navant", "بعد <script>\naprès"], cells[0]);
        Assert.Equal(["Visible", "non", "oui"], cells[1]);
        Assert.Equal("2 janvier 2026", cells[2][1]);
        Assert.Contains("196.200.1.2", page.QuerySelector(".meta-list")!.TextContent, StringComparison.Ordinal);
        var read = Assert.Single(await host.EntriesAsync(), entry => entry.Verb == "audit.origin-read");
        Assert.Equal($"account:{focal.Person.Account}", read.Actor);
        Assert.Contains(focal.Person.Name, (await focal.PageAsync("/ar/workspace/audit?verb=audit.origin-read")).QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);

        using var other = await host.SignInAsync("demnate", Role.FocalPoint);
        await other.PageAsync(link);
        Assert.Equal(2, (await host.EntriesAsync()).Count(entry => entry.Verb == "audit.origin-read"));
    }

    [Fact]
    public async Task Another_communes_act_is_not_found()
    {
        await ActAsync("test.a", "test:1");
        var last = (await host.EntriesAsync())[^1].Id;
        using var other = await host.SignInAsync("larache", Role.FocalPoint);

        await focal.PageAsync($"/ar/workspace/audit/{last}");
        await other.PageAsync($"/ar/workspace/audit/{last}", HttpStatusCode.NotFound);
        await focal.PageAsync("/ar/workspace/audit/x", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Only_those_who_keep_the_team_may_look()
    {
        using var visitor = host.Browser("demnate.localhost");
        using var citizen = await host.SignInAsync("demnate", Role.Citizen);
        using var charter = await host.SignInAsync("demnate", Role.TeamMember, Area.Charter);
        using var committee = await host.SignInAsync("demnate", Role.CommitteeMember);
        using var team = await host.SignInAsync("demnate", Role.TeamMember, Area.Team);
        using var analyst = await host.SignInNationallyAsync(Role.Analyst);
        using var stranger = host.Browser("larache.localhost", focal.Person);
        foreach (var path in new[] { "/ar/workspace/audit", "/ar/workspace/audit/1", "/ar/workspace/audit?handler=csv", "/ar/workspace/mails" })
        {
            foreach (var client in new[] { visitor, citizen, charter, committee, analyst, stranger })
            {
                Assert.NotEqual(HttpStatusCode.OK, await client.StatusAsync(path));
            }

            Assert.Equal(HttpStatusCode.OK, await team.StatusAsync(path));
        }
    }

    [Fact]
    public async Task The_export_holds_the_chain_no_formula_and_is_recorded()
    {
        await ActAsync("test.a", "test:1", "=HYPERLINK(\"http://evil\")");

        using var answer = await focal.GetAsync(new Uri("/fr/workspace/audit?handler=csv&verb=test.a", UriKind.Relative), Stop);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        var text = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(Stop));
        var lines = text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.Contains("'=HYPERLINK", lines[1], StringComparison.Ordinal);
        Assert.Contains((await host.EntriesAsync()).Single(entry => entry.Verb == "test.a").Digest!, lines[1], StringComparison.Ordinal);
        Assert.Contains(await host.EntriesAsync(), entry => entry.Verb == "audit.exported" && entry.Actor == $"account:{focal.Person.Account}");
    }

    [Fact]
    public async Task The_chain_is_verified_from_the_page()
    {
        await ActAsync("test.a", "test:1", "before");
        using (var whole = await focal.SubmitAsync("/fr/workspace/audit", [], "form[action*=verify]"))
        {
            Assert.Equal(HttpStatusCode.Redirect, whole.StatusCode);
        }

        Assert.Contains("\"holds\":true", (await host.EntriesAsync())[^1].After, StringComparison.Ordinal);
        await host.SqlAsync("UPDATE audit_entries SET \"Reason\" = 'after' WHERE \"Verb\" = 'test.a'");
        using (await focal.SubmitAsync("/fr/workspace/audit", [], "form[action*=verify]"))
        {
            Assert.Contains("\"holds\":false", (await host.EntriesAsync())[^1].After, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_public_history_tells_what_is_public_and_by_nobody()
    {
        await ActAsync("unknown.published", "unknown:1", "secret reason");
        await ActAsync("unknown.edited", "unknown:1");
        await ActAsync("unknown.published", "unknown:2");

        var acts = await host.InCommuneAsync("demnate", services => services.GetRequiredService<IPublicHistory>().OfAsync(["unknown:1"], [], Stop));

        var act = Assert.Single(acts);
        Assert.Equal("unknown.published", act.What);
        Assert.DoesNotContain("secret", act.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_national_trail_is_read_by_staff()
    {
        using var staff = await host.SignInNationallyAsync(Role.Operator);

        var page = await staff.PageAsync("/fr/workspace/audit?verb=commune.added");

        Assert.Equal(2, page.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("Commune ajoutée", page.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
    }

    private Task ActAsync(string verb, string subject, string? reason = null, object? before = null, object? after = null) => host.InCommuneAsync("demnate", async services =>
    {
        services.GetRequiredService<CurrentPerson>().ComesFrom("196.200.1.2");
        services.GetRequiredService<AuditTrail>().Record(verb, subject, reason, before, after);
        await services.GetRequiredService<CommuneContext>().SaveChangesAsync(Stop);
    });
}
