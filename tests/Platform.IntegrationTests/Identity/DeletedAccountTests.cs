using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Identity.Accounts;
using Platform.Identity.Leaving;
using Platform.Identity.Sessions;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.Participation.Subscriptions;
using Platform.TestKit.People;
using static Platform.IntegrationTests.Participation.AnswerRound;

namespace Platform.IntegrationTests.Identity;

/// <summary>An account is deleted by its owner, or by who manages accounts: after days in which a word undoes it, and without the words that were said.</summary>
public sealed class DeletedAccountTests
{
    private const string Delete = "/fr/account/delete";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_citizen_leaves_can_come_back_for_some_days_and_what_was_said_stays_as_a_citizens()
    {
        await using var host = await StartAsync();
        await AnnounceAsync(host);
        using var amina = await host.SignInAsync(Commune, Role.Citizen);
        using var youssef = await host.SignInAsync(Commune, Role.AssociationRepresentative);
        var remark = await SayAsync(host, amina, "لا إنارة في حينا");
        await SayAsync(host, youssef, "ملعب للحي");
        await host.InCommuneAsync(Commune, services => services.GetRequiredService<Subscribing>()
            .SubscribeAsync(amina.Person.Account, "consultation:" + Slug, Rhythm.Daily, Language.French, Stop));
        await LetPasswordAsync(host, amina);
        using var citizen = host.Commune(Commune);
        var page = $"/fr/consultations/{Slug}/remarks/{remark}";
        Assert.Contains(amina.Person.Name, (await citizen.PageAsync(page)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        // What is kept of it can be read before, and what will become of it is to be chosen.
        using (var kept = JsonDocument.Parse(await amina.GetStringAsync(new Uri("/fr/account/data", UriKind.Relative), Stop)))
        {
            Assert.Equal("لا إنارة في حينا", kept.RootElement.GetProperty("kept").GetProperty("contributions").GetProperty("sent")[0].GetProperty("remarks")[0].GetProperty("text").GetString());
        }

        using (var unsaid = await amina.SubmitAsync(Delete, [], "form.form"))
        {
            Assert.NotNull((await unsaid.PageAsync(HttpStatusCode.BadRequest)).QuerySelector("#errors a"));
        }

        await LeaveAsync(amina, "Answers");
        Assert.Equal(HttpStatusCode.Redirect, await amina.StatusAsync("/fr/account"));
        Assert.Contains("/fr/account", (await host.MailsAsync(Commune)).Single(mail => mail.To == amina.Person.Mail).Text, StringComparison.Ordinal);

        // Thirteen days later she changes her mind, and nothing happens to her.
        host.Clock.Move(TimeSpan.FromDays(13));
        await NightAsync(host);
        (await amina.SubmitAsync("/fr/sign-in", Newcomer.Credentials(amina.Person.Mail))).Dispose();
        using (var stays = await amina.SubmitAsync("/fr/account", [], "form[action*='Keep']"))
        {
            Assert.Equal(HttpStatusCode.Redirect, stays.StatusCode);
        }

        host.Clock.Move(TimeSpan.FromDays(20));
        await NightAsync(host);
        Assert.Contains(amina.Person.Name, (await citizen.PageAsync(page)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        // The second time it is meant.
        (await amina.SubmitAsync("/fr/sign-in", Newcomer.Credentials(amina.Person.Mail))).Dispose();
        await LeaveAsync(amina, "Answers");
        await LetPasswordAsync(host, youssef);
        (await youssef.SubmitAsync("/fr/sign-in", Newcomer.Credentials(youssef.Person.Mail))).Dispose();
        await LeaveAsync(youssef, "Nothing");
        host.Clock.Move(TimeSpan.FromDays(14));
        await NightAsync(host);

        var shown = (await citizen.PageAsync(page)).QuerySelector("main")!.TextContent;
        Assert.DoesNotContain(amina.Person.Name, shown, StringComparison.Ordinal);
        Assert.Contains("لا إنارة في حينا", shown, StringComparison.Ordinal);
        Assert.Contains("Un citoyen, une citoyenne", shown, StringComparison.Ordinal);
        var (participants, subscribers, supports, names, trail) = await host.InCommuneAsync(Commune, async services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            return (
                await db.Set<Participant>().AsNoTracking().OrderBy(one => one.Id).ToListAsync(Stop), await db.Set<Subscriber>().CountAsync(Stop),
                await db.Set<Support>().AsNoTracking().ToListAsync(Stop),
                await services.GetRequiredService<IPeople>().NamesAsync([amina.Person.Account, youssef.Person.Account], Stop),
                await db.Set<AuditEntry>().AsNoTracking().Where(entry => entry.Verb == "account.deleted").ToListAsync(Stop));
        });
        Assert.Equal(2, participants.Count);
        Assert.All(participants, one => Assert.Equal((null, null), (one.Name, one.Account)));
        Assert.DoesNotContain(participants, one => one.Key.StartsWith("account:", StringComparison.Ordinal));

        // She still wants her answers; he wants nothing to be left.
        Assert.Equal([amina.Person.Mail, null], participants.Select(one => one.Mail));
        Assert.Equal((0, 2, 0, 2), (subscribers, supports.Count, names.Count, trail.Count));
        Assert.DoesNotContain(supports, support => support.Key.StartsWith("account:", StringComparison.Ordinal));
        await host.InCommuneAsync(Commune, async services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            Assert.All(await db.Set<Account>().Where(account => account.DeletedAt != null).ToListAsync(Stop), account => Assert.Equal(("", "", null), (account.Name, account.Mail, account.PasswordHash)));
            Assert.False(await db.Set<Session>().AnyAsync(session => session.AccountId == amina.Person.Account, Stop));
            return true;
        });

        // The door is shut, and somebody else may come with the same address.
        using (var refused = await amina.SubmitAsync("/fr/sign-in", Newcomer.Credentials(amina.Person.Mail)))
        {
            await refused.PageAsync(HttpStatusCode.BadRequest);
        }

        var anew = new Account(amina.Person.Mail, "Amina", Language.French, "system:tests", OpensAt);
        Assert.True(await host.InCommuneAsync(Commune, async services => (await services.GetRequiredService<UserManager<Account>>().CreateAsync(anew)).Succeeded));
    }

    [Fact]
    public async Task Who_acts_for_the_commune_asks_the_focal_point_who_can_undo_it_and_is_never_the_last_to_go()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        using var focal = await host.SignInAsync("demnate", Role.FocalPoint);
        using var member = await host.SignInAsync("demnate", Role.TeamMember, Area.Charter);
        foreach (var staff in new[] { focal, member })
        {
            Assert.NotNull((await staff.PageAsync(Delete)).QuerySelector(".notice-info"));
            using var alone = await staff.SubmitAsync(await ActingOnAsync(staff), Delete, [("Stays", "Answers")], "form.form");
            Assert.NotNull((await alone.PageAsync(HttpStatusCode.BadRequest)).QuerySelector("#errors"));
        }

        // The last one stays.
        using (var last = await focal.SubmitAsync($"/fr/workspace/team/{focal.Person.Account}", [], "form[action*='Remove']"))
        {
            await last.PageAsync(HttpStatusCode.BadRequest);
        }

        var path = $"/fr/workspace/team/{member.Person.Account}";
        (await focal.SubmitAsync(path, [], "form[action*='Remove']")).Dispose();
        Assert.Equal(HttpStatusCode.Redirect, await member.StatusAsync("/fr/workspace"));
        Assert.Single(await host.MailsAsync("demnate"), mail => mail.To == member.Person.Mail);
        (await focal.SubmitAsync(path, [], "form[action*='Unblock']")).Dispose();
        host.Clock.Move(TimeSpan.FromDays(15));
        await host.RunJobAsync("nightly-maintenance", "2026-12-07");
        using var later = await host.SignInAsync("demnate", Role.FocalPoint);
        (await later.SubmitAsync(path, [], "form[action*='Remove']")).Dispose();
        host.Clock.Move(TimeSpan.FromDays(14));
        await host.RunJobAsync("nightly-maintenance", "2026-12-21");

        // What was done for the commune keeps its name; the account is gone from the list.
        using var still = await host.SignInAsync("demnate", Role.FocalPoint);
        Assert.Equal(HttpStatusCode.NotFound, await still.StatusAsync(path));
        Assert.DoesNotContain(member.Person.Name, (await still.PageAsync("/fr/workspace/team")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(member.Person.Name, (await host.InCommuneAsync("demnate", services => services.GetRequiredService<IPeople>().NamesAsync([member.Person.Account], Stop)))[member.Person.Account]);
    }

    /// <summary>The own page, whose form is sent elsewhere.</summary>
    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> ActingOnAsync(SignedInClient staff)
    {
        var page = await staff.PageAsync("/fr/account");
        page.QuerySelector("form.form")!.SetAttribute("action", Delete);
        return page;
    }

    [Fact]
    public async Task Who_changes_their_mind_while_the_night_deletes_others_stays()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        await host.AddPersonAsync("demnate", Role.Citizen);
        var second = await host.AddPersonAsync("demnate", Role.Citizen);
        await ChangeAsync(account => account.Leave(new(2026, 11, 20), eraseAll: false));
        host.Meddler.BeforeSaving<Account>(() => ChangeAsync(account =>
        {
            if (account.Id == second.Account)
            {
                account.Stay();
            }
        }));

        await host.InCommuneAsync("demnate", services => services.GetRequiredService<Departures>().CarryOutAsync(Stop));

        Assert.True(host.Meddler.HasActed);
        Assert.Equal([second.Account], await host.InCommuneAsync("demnate", services => services.GetRequiredService<CommuneContext>().Set<Account>()
            .Where(account => account.DeletedAt == null).Select(account => account.Id).ToListAsync(Stop)));

        Task ChangeAsync(Action<Account> change) => host.InCommuneAsync("demnate", async services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            (await db.Set<Account>().ToListAsync(Stop)).ForEach(change);
            await db.SaveChangesAsync(Stop);
        });
    }

    private static async Task LeaveAsync(SignedInClient person, string stays)
    {
        using var left = await person.SubmitAsync(Delete, [("Stays", stays)], "form.form");
        Assert.Equal("/fr/sign-in", left.Headers.Location?.OriginalString);
    }

    private static Task NightAsync(PlatformHost host) => host.RunJobAsync("nightly-maintenance", "2026-12-07");

    private static Task<bool> LetPasswordAsync(PlatformHost host, SignedInClient person) => host.InCommuneAsync(Commune, async services =>
    {
        var db = services.GetRequiredService<CommuneContext>();
        var account = await db.Set<Account>().SingleAsync(one => one.Id == person.Person.Account, Stop);
        account.PasswordHash = services.GetRequiredService<IPasswordHasher<Account>>().HashPassword(account, Newcomer.Password);
        return await db.SaveChangesAsync(Stop) > 0;
    });

    /// <summary>A remark under the person's name, supported by its own author's account.</summary>
    private static Task<int> SayAsync(PlatformHost host, SignedInClient person, string text) => InAsync(host, async db =>
    {
        var consultation = await db.Set<Consultation>().SingleAsync(Stop);
        var key = Participant.KeyOf(person.Person.Account);
        var participant = Participant.Of(consultation, key, ParticipantKind.Citizen, person.Person.Account, Language.French);
        participant.Introduce(person.Person.Name, null, ShownAs.Name, person.Person.Mail);
        var remark = Remark.Of(consultation, RemarkKind.Note, null, text, null, null, OpensAt);
        var sent = Contribution.Online(consultation, participant, Tracking.DigestOfTicket(key), Tracking.DigestOfTicket(key + " code"), OpensAt);
        sent.Remarks.Add(remark);
        db.Add(sent);
        await db.SaveChangesAsync(Stop);
        db.Add(Support.Of(remark.Id, key, OpensAt));
        await db.SaveChangesAsync(Stop);
        return remark.Id;
    });
}
