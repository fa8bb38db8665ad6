using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Composition.Mailing;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Data.Mail;
using Platform.Data.Outbox;
using Platform.Kernel.People;
using Platform.Kernel.Text;

namespace Platform.BrowserTests;

/// <summary>The audit trail and the mails that failed, filled, empty and with errors, in both languages, on a phone.</summary>
public sealed class RecordsTests(Site site)
{
    private const string Commune = "bni-mathar";

    private static readonly string[] CommunePages = ["/workspace/audit", "/workspace/audit?q=zzzz", "/workspace/audit?from=x&to=y", "/workspace/audit/{act}", "/workspace/mails"];

    [Theory]
    [InlineData("ar")]
    [InlineData("fr")]
    public async Task The_pages_of_a_commune_are_accessible_and_fit_a_phone(string language)
    {
        var act = await FillAsync();
        var page = await site.OpenAsync(phone: true);
        await site.SignInAsync(page, Commune, Role.FocalPoint);
        foreach (var path in CommunePages)
        {
            await LookAsync(page, Commune, $"/{language}{path.Replace("{act}", $"{act}", StringComparison.Ordinal)}");
        }

        // A reason that was left out: refused by the server, as the browser's own check is not everyone's.
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true); document.querySelectorAll('[required]').forEach(f => f.removeAttribute('required'))");
        await page.Locator("form[action*=discard] button").First.ClickAsync();
        await page.WaitForSelectorAsync(".error-summary");
        await ExamineAsync(page, "refused reason");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("ar")]
    [InlineData("fr")]
    public async Task The_national_pages_are_accessible_and_fit_a_phone(string language)
    {
        await FillAsync();
        var page = await site.OpenAsync(phone: true);
        await site.SignInAsync(page, null, Role.Operator);
        foreach (var path in new[] { "/workspace/audit", "/workspace/audit/1", "/workspace/mails" })
        {
            await LookAsync(page, null, $"/{language}{path}");
        }

        await page.Context.CloseAsync();
    }

    private async Task<long> FillAsync()
    {
        var act = await site.Host.InCommuneAsync(Commune, async services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            services.GetRequiredService<CurrentPerson>().ComesFrom("196.200.1.2");
            var entry = services.GetRequiredService<AuditTrail>().Record(
                "indicator.corrected", "indicator:charter-in-force:2026-10", new string('x', 400),
                new { Title = new LocalizedText("قبل", "avant"), Value = 1 }, new { Title = new LocalizedText("بعد", "après"), Value = 2 });
            foreach (var to in new[] { "a.very.long.address.that.somebody.has@example-of-a-long-domain.example.ma", "b@example.ma" })
            {
                db.Add(OutboxMessage.Of(OutgoingMail.Kind, new OutgoingMail("<1@x>", to, "ar", "x", "دعوة إلى فضاء العمل", "x", "x"), new(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc)));
            }

            await db.SaveChangesAsync();
            await db.Set<OutboxMessage>().Where(message => message.Kind == OutgoingMail.Kind).ExecuteUpdateAsync(set => set
                .SetProperty(message => message.FailedAt, new DateTime(2026, 11, 2, 0, 0, 0, DateTimeKind.Utc)).SetProperty(message => message.Problem, "receiver-refused").SetProperty(message => message.Attempts, 8));
            return entry.Id;
        });
        await site.Host.Services.GetRequiredService<MailRounds>().LookAsync(TestContext.Current.CancellationToken);
        return act;
    }

    private async Task LookAsync(IPage page, string? commune, string path)
    {
        await page.GotoAsync(site.Address(commune, path));
        await ExamineAsync(page, path);
    }

    private static async Task ExamineAsync(IPage page, string where)
    {
        Assert.Empty(await page.SeriousAsync());
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), where + " scrolls sideways.");
    }
}
