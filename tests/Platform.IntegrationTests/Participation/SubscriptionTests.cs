using System.Data.Common;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Platform.Composition.Mailing;
using Platform.Data;
using Platform.Data.Mail;
using Platform.Data.Outbox;
using Platform.Identity.Accounts;
using Platform.Kernel.Jobs;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.Participation.Decisions;
using Platform.Participation.Processes;
using Platform.Participation.Subscriptions;
using Platform.TestKit.People;
using static Platform.IntegrationTests.Participation.AnswerRound;

namespace Platform.IntegrationTests.Participation;

/// <summary>News by mail: asked for, confirmed, sent once, ended with one click, forgotten.</summary>
public sealed class SubscriptionTests
{
    private const string ProcessKey = "process:open-programme";
    private const string RoundKey = "consultation:" + Slug;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_address_is_subscribed_by_the_link_that_was_sent_there_and_by_nothing_else()
    {
        await using var host = await StartAsync(options => options.Settings["Subscriptions:MailsPerHour"] = "3");
        await OpenAsync(host);
        using var visitor = Visitor(host);
        var form = $"/fr/subscriptions/new?about={Uri.EscapeDataString(RoundKey)}";
        var page = await visitor.PageAsync($"/fr/consultations/{Slug}");
        Assert.Equal(form, page.QuerySelector("a[href^='/fr/subscriptions/new']")!.GetAttribute("href"));

        using (var wrong = await visitor.SubmitAsync(form, [("Input.Mail", "nobody"), ("Input.Rhythm", "Daily")]))
        {
            var again = await wrong.PageAsync(HttpStatusCode.BadRequest);
            Assert.NotNull(again.QuerySelector("#errors a[href='#Input_Mail']"));
            Assert.Equal("nobody", again.QuerySelector("#Input_Mail")!.GetAttribute("value"));
            Assert.NotNull(again.QuerySelector("input[name='Input.Rhythm'][value=Daily][checked]"));
        }

        using (var machine = await visitor.SubmitAsync(form, [("Input.Mail", "a@example.ma"), ("Input.Website", "x")]))
        {
            Assert.Equal(HttpStatusCode.BadRequest, machine.StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusAsync("/fr/subscriptions/new?about=consultation:nothing"));
        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusAsync("/fr/subscriptions/new"));

        // Who would rather fetch the news than give an address.
        var feed = await visitor.GetStringAsync(new Uri($"/fr/feed.atom?about={ProcessKey}", UriKind.Relative), Stop);
        Assert.Contains("Consultation annoncée", feed, StringComparison.Ordinal);
        Assert.Contains("Consultation ouverte", feed, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusAsync("/fr/feed.atom?about=process:nothing"));
        Assert.NotNull((await visitor.PageAsync("/fr/processes/open-programme/poster")).QuerySelector(".poster svg"));

        await AskAsync(visitor, form, "amina@example.ma");
        var token = await LinkAsync(host, "confirm/");
        Assert.Equal(0, await CountAsync<Subscriber>(host));

        // To look at the link confirms nothing, and it is this commune's alone.
        Assert.NotNull((await visitor.PageAsync($"/fr/subscriptions/confirm/{token}")).QuerySelector("main form button"));
        Assert.Equal(0, await CountAsync<Subscriber>(host));
        using var elsewhere = host.Browser("demnate.localhost");
        await elsewhere.PageAsync($"/fr/subscriptions/confirm/{token}", HttpStatusCode.NotFound);
        using (var stolen = await elsewhere.PostAsync(new Uri($"/fr/subscriptions/confirm/{token}", UriKind.Relative), null, Stop))
        {
            Assert.Equal(HttpStatusCode.NotFound, stolen.StatusCode);
        }

        string own;
        using (var confirmed = await visitor.SubmitAsync($"/fr/subscriptions/confirm/{token}", [], "main form"))
        {
            own = confirmed.Headers.Location!.OriginalString;
            Assert.Matches("^/fr/subscriptions/[0-9a-f]{32}$", own);
        }

        Assert.Contains("Cinq fiches", (await visitor.PageAsync(own)).QuerySelector("ul.subscriptions")!.TextContent, StringComparison.Ordinal);
        await elsewhere.PageAsync(own, HttpStatusCode.NotFound);

        // Whoever asks again is told the same, and sent no more than the measure; the second click of an old link changes nothing.
        for (var i = 0; i < 4; i++)
        {
            await AskAsync(visitor, form, "Amina@example.ma");
        }

        Assert.Equal(3, (await MailsAsync(host)).Count);
        using (var twice = await visitor.SubmitAsync($"/fr/subscriptions/confirm/{token}", [], "main form"))
        {
            Assert.Equal(own, twice.Headers.Location!.OriginalString);
        }

        // One click of a mail program: no cookie, no token, no redirect. Foreign and repeated ones find nobody.
        using var program = host.Commune(Commune);
        using (var unsaid = await program.PostAsync(new Uri(own, UriKind.Relative), new FormUrlEncodedContent([new("x", "y")]), Stop))
        {
            Assert.Equal(HttpStatusCode.BadRequest, unsaid.StatusCode);
        }

        using var foreign = host.Commune("demnate");
        Assert.Equal(HttpStatusCode.NotFound, await ClickAsync(foreign, own));
        Assert.Equal(1, await CountAsync<Subscriber>(host));
        Assert.Equal(HttpStatusCode.OK, await ClickAsync(program, own));
        Assert.Equal(HttpStatusCode.NotFound, await ClickAsync(program, own));
        Assert.Equal((0, 0, 0), (await CountAsync<Subscriber>(host), await CountAsync<Subscription>(host), await CountAsync<SubscriptionRequest>(host)));
        await visitor.PageAsync($"/fr/subscriptions/confirm/{token}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_lost_link_is_sent_again_to_its_address_and_nobody_learns_which_address_follows_anything()
    {
        await using var host = await StartAsync(options =>
        {
            options.Settings["Subscriptions:MailsPerHour"] = "2";
            options.Settings["Subscriptions:FormsPerMinute"] = "5";
        });
        await OpenAsync(host);
        await SubscribeAsync(host, "amina@example.ma", Language.Arabic, Rhythm.Weekly, ProcessKey);
        var secret = await InAsync(host, db => db.Set<Subscriber>().Select(one => one.Secret).SingleAsync(Stop));
        using var visitor = Visitor(host);
        const string Lost = "/fr/subscriptions/lost";
        Assert.NotNull((await visitor.PageAsync("/fr/subscriptions")).QuerySelector($"a[href='{Lost}']"));
        using (var wrong = await visitor.SubmitAsync(Lost, [("Input.Mail", "amina")]))
        {
            Assert.Equal("amina", (await wrong.PageAsync(HttpStatusCode.BadRequest)).QuerySelector("#Input_Mail")!.GetAttribute("value"));
        }

        var said = new List<string>();
        foreach (var mail in new[] { "nobody@example.ma", "Amina@example.ma", "amina@example.ma", "amina@example.ma" })
        {
            using var sent = await visitor.SubmitAsync(Lost, [("Input.Mail", mail)]);
            Assert.Equal(Lost, sent.Headers.Location!.OriginalString);
            said.Add((await visitor.PageAsync(Lost)).QuerySelector("[role=status]")!.TextContent);
        }

        // The same words each time, and a mail each time, so that the time it takes tells nothing either: two to one address, as that is the measure,
        // the link to the address as it was confirmed.
        Assert.Single(said.Distinct());
        var mails = await MailsAsync(host);
        Assert.Equal(["nobody@example.ma", "amina@example.ma", "amina@example.ma"], mails.Select(mail => mail.To));
        Assert.All(mails[1..], mail => Assert.Contains($"/fr/subscriptions/{secret}", mail.Text, StringComparison.Ordinal));
        Assert.DoesNotContain(secret, mails[0].Text, StringComparison.Ordinal);
        Assert.Null(mails[0].StopAt);
        Assert.Contains("ne suit rien", mails[0].Subject, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync<Subscriber>(host));
        using (var fifth = await visitor.SubmitAsync(Lost, [("Input.Mail", "b@example.ma")]))
        {
            Assert.Equal(Lost, fifth.Headers.Location!.OriginalString);
        }

        using var tooMany = await visitor.SubmitAsync(Lost, [("Input.Mail", "b@example.ma")]);
        Assert.Equal(HttpStatusCode.TooManyRequests, tooMany.StatusCode);
    }

    [Fact]
    public async Task The_digest_is_one_mail_in_the_readers_language_sent_once_whatever_kills_it_and_not_at_all_when_nothing_is_new()
    {
        var killer = new Killer();
        await using var host = await StartAsync(options => options.Services = services => services.AddSingleton<IInterceptor>(killer));
        await OpenAsync(host);
        await SubscribeAsync(host, "fr@example.ma", Language.French, Rhythm.Daily, ProcessKey, RoundKey, "project:68");
        await SubscribeAsync(host, "ar@example.ma", Language.Arabic, Rhythm.Daily, ProcessKey);
        await SubscribeAsync(host, "week@example.ma", Language.French, Rhythm.Weekly, ProcessKey);

        host.Clock.Move(TimeSpan.FromDays(1));
        await InAsync(host, async db =>
        {
            var now = host.Clock.GetUtcNow().UtcDateTime.AddHours(-2);
            var consultation = await db.Set<Consultation>().Include(one => one.Extensions).SingleAsync(Stop);
            consultation.Extend(ClosesAt.AddDays(7), new("طلبت الجمعيات وقتا", "Les associations ont demandé du temps"), now);
            return await db.SaveChangesAsync(Stop);
        });

        // Between writing the mails and marking that they were written: nothing of it is kept.
        killer.Armed = true;
        await Assert.ThrowsAnyAsync<Exception>(() => RunAsync(host));
        Assert.True(killer.Struck);
        Assert.Empty(await MailsAsync(host));

        await RunAsync(host);
        await RunAsync(host);
        var mails = await MailsAsync(host);

        // The 23rd of November 2026 is a Monday: the weekly ones are due as well.
        Assert.Equal(["ar@example.ma", "fr@example.ma", "week@example.ma"], mails.Select(mail => mail.To).Order(StringComparer.Ordinal));
        var french = mails.Single(mail => mail.To == "fr@example.ma");
        Assert.Equal(1, Occurrences(french.Text, "Consultation prolongée jusqu’au 7 décembre 2026"));
        Assert.Contains("http://larache.localhost/fr/consultations/" + Slug, french.Text, StringComparison.Ordinal);
        Assert.Contains($"http://larache.localhost/fr/consultations/{Slug}", french.Html, StringComparison.Ordinal);
        var arabic = mails.Single(mail => mail.To == "ar@example.ma");
        Assert.Equal("ar", arabic.Language);
        Assert.Contains("تمديد الاستشارة", arabic.Text, StringComparison.Ordinal);
        Assert.Contains("dir=\"rtl\"", arabic.Html, StringComparison.Ordinal);
        Assert.Contains($"http://larache.localhost/ar/consultations/{Slug}", arabic.Text, StringComparison.Ordinal);

        // Nothing new: no mail on the next day. Then it closes by the clock, an answer comes, and the weekly ones wait for their day.
        host.Clock.Move(TimeSpan.FromDays(1));
        await RunAsync(host);
        Assert.Equal(3, (await MailsAsync(host)).Count);
        host.Clock.MoveTo(new DateTimeOffset(ClosesAt.AddDays(7).AddHours(8), TimeSpan.Zero));
        await InAsync(host, async db =>
        {
            var consultation = await db.Set<Consultation>().SingleAsync(Stop);
            var participant = Participant.Of(consultation, "one", ParticipantKind.Visitor, null, Language.Arabic);
            var sent = Contribution.Online(consultation, participant, new string('a', 64), new string('b', 64), OpensAt.AddDays(1));
            var decision = Decision.Of(consultation, new(Outcome.TakenUp, new("سبب"), null, null, null), 1, ClosesAt.AddDays(7).AddHours(1));
            decision.Publish(ClosesAt.AddDays(7).AddHours(1));
            foreach (var text in new[] { "أولا", "ثانيا" })
            {
                var remark = Remark.Of(consultation, RemarkKind.Note, null, text, null, null, OpensAt.AddDays(1));
                remark.Answer(decision);
                sent.Remarks.Add(remark);
            }

            db.Add(sent);
            return await db.SaveChangesAsync(Stop);
        });
        await RunAsync(host);
        var later = (await MailsAsync(host)).Skip(3).ToList();
        var closed = Assert.Single(later, mail => mail.To == "fr@example.ma");
        Assert.Contains("Consultation close", closed.Text, StringComparison.Ordinal);
        Assert.Contains("remarques avec réponse : 2", closed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("prolongée", closed.Text, StringComparison.Ordinal);

        // As it leaves: mail programs find the one click.
        await host.InCommuneAsync(Commune, services => services.GetRequiredService<MailDelivery>().DeliverAsync(services.GetRequiredService<CommuneContext>(), Stop));
        var files = Directory.GetFiles(Path.Combine(host.DataFolder, "mail"), "*.eml").Select(File.ReadAllText).ToList();
        Assert.All(files, file =>
        {
            Assert.Matches(@"(?m)^List-Unsubscribe: <http://larache\.localhost/(ar|fr)/subscriptions/[0-9a-f]{32}>\r?$", file);
            Assert.Matches(@"(?m)^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$", file);
        });
        Assert.Equal(3 + later.Count, files.Count);
    }

    [Fact]
    public async Task An_account_sees_what_it_is_subscribed_to_changes_and_ends_it_and_is_forgotten_with_it()
    {
        await using var host = await StartAsync();
        await OpenAsync(host);
        var person = await host.AddPersonAsync(Commune, Role.Citizen);
        using var citizen = host.Browser($"{Commune}.localhost", person);
        foreach (var about in new[] { ProcessKey, "project:68" })
        {
            using var subscribed = await citizen.SubmitAsync($"/fr/subscriptions/new?about={Uri.EscapeDataString(about)}", [("Input.Rhythm", "Monthly")]);
            Assert.Equal("/fr/subscriptions", subscribed.Headers.Location!.OriginalString);
        }

        var list = await citizen.PageAsync("/fr/subscriptions");
        Assert.Equal(2, list.QuerySelectorAll("ul.subscriptions > li").Length);
        Assert.Contains("1er décembre 2026", list.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using (var visitor = Visitor(host))
        {
            Assert.Null((await visitor.PageAsync("/fr/subscriptions")).QuerySelector("ul.subscriptions"));
        }

        // The address is the account's; who is blocked is sent nothing.
        var blocked = await host.AddPersonAsync(Commune, Role.Citizen);
        using (var other = host.Browser($"{Commune}.localhost", blocked))
        {
            using var subscribed = await other.SubmitAsync($"/fr/subscriptions/new?about={Uri.EscapeDataString(ProcessKey)}", [("Input.Rhythm", "Daily")]);
            Assert.Equal(HttpStatusCode.Redirect, subscribed.StatusCode);
        }

        await InAsync(host, async db =>
        {
            (await db.Set<Account>().SingleAsync(account => account.Id == blocked.Account, Stop)).Block(host.Clock.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync(Stop);
        });
        host.Clock.MoveTo(new DateTimeOffset(2026, 12, 1, 11, 0, 0, TimeSpan.Zero));
        await RunAsync(host);
        Assert.Equal(person.Mail, Assert.Single(await MailsAsync(host)).To);

        await host.InCommuneAsync(Commune, async services =>
        {
            // As if the account were no longer there.
            var db = services.GetRequiredService<CommuneContext>();
            await db.Set<Subscriber>().ExecuteUpdateAsync(set => set.SetProperty(one => one.Account, one => one.Account + 1_000_000), Stop);
            foreach (var room in services.GetServices<ICommuneUpkeep>())
            {
                await room.RunAsync(Stop);
            }
        });
        Assert.Equal((0, 0), (await CountAsync<Subscriber>(host), await CountAsync<Subscription>(host)));
    }

    /// <summary>The round, in a process that everybody sees.</summary>
    private static async Task OpenAsync(PlatformHost host)
    {
        await AnnounceAsync(host);
        await InAsync(host, async db =>
        {
            (await db.Set<Process>().SingleAsync(Stop)).Publish(OpensAt.AddDays(-5));
            return await db.SaveChangesAsync(Stop);
        });
    }

    private static async Task AskAsync(HttpClient visitor, string form, string mail)
    {
        using var asked = await visitor.SubmitAsync(form, [("Input.Mail", mail), ("Input.Rhythm", "Daily")]);
        Assert.Equal("/fr/subscriptions/asked", asked.Headers.Location?.OriginalString);
    }

    private static async Task<HttpStatusCode> ClickAsync(HttpClient program, string own)
    {
        using var content = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        using var answer = await program.PostAsync(new Uri(own, UriKind.Relative), content, Stop);
        return answer.StatusCode;
    }

    private static Task<int> SubscribeAsync(PlatformHost host, string mail, Language language, Rhythm rhythm, params string[] subjects) => InAsync(host, async db =>
    {
        var now = host.Clock.GetUtcNow().UtcDateTime;
        var subscriber = Subscriber.OfMail(mail, language, rhythm, now);
        foreach (var subject in subjects)
        {
            subscriber.Subscribe(subject, now);
        }

        db.Add(subscriber);
        return await db.SaveChangesAsync(Stop);
    });

    private static Task RunAsync(PlatformHost host) => host.RunJobAsync(DigestJob.JobName, "2026-11-23");

    private static Task<int> CountAsync<T>(PlatformHost host)
        where T : class => InAsync(host, db => db.Set<T>().CountAsync(Stop));

    private static async Task<List<OutgoingMail>> MailsAsync(PlatformHost host) =>
        (await InAsync(host, db => db.Set<OutboxMessage>().AsNoTracking().Where(message => message.Kind == OutgoingMail.Kind).OrderBy(message => message.Id).ToListAsync(Stop)))
        .ConvertAll(message => message.Read<OutgoingMail>());

    private static async Task<string> LinkAsync(PlatformHost host, string before) =>
        Regex.Match((await MailsAsync(host))[^1].Text, $"http://larache.localhost/fr/subscriptions/{before}([0-9a-f]{{32}})").Groups[1].Value;

    private static int Occurrences(string text, string part) => (text.Length - text.Replace(part, "", StringComparison.Ordinal).Length) / part.Length;

    /// <summary>Ends the process, as far as the database knows, when some mails are written and some subscribers are marked as told.</summary>
    private sealed class Killer : DbCommandInterceptor
    {
        private bool written;
        private bool marked;

        public bool Armed { get; set; }

        public bool Struck { get; private set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            written |= command.CommandText.Contains("INSERT INTO \"outbox_messages\"", StringComparison.Ordinal);
            marked |= command.CommandText.Contains("UPDATE \"subscribers\"", StringComparison.Ordinal);
            if (Armed && written && marked)
            {
                (Armed, Struck) = (false, true);
                throw new InvalidOperationException("Killed.");
            }

            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }
    }
}
