using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.Participation.Decisions;
using Platform.TestKit.People;
using static Platform.IntegrationTests.Participation.AnswerRound;

namespace Platform.IntegrationTests.Participation;

/// <summary>Finding one's contribution again, making it one's own, having name and address removed.</summary>
public sealed class FollowingTests
{
    private const string Follow = "/fr/contributions";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_code_tells_what_became_of_each_remark_and_a_wrong_one_tells_nothing()
    {
        await using var host = await StartAsync(options => options.Settings["Contributions:CodesPerMinute"] = "5");
        await AnnounceAsync(host, moderation: Moderation.Before);
        using var visitor = Visitor(host);
        using var sent = await visitor.SubmitAsync($"{Answer}?about=project:68", [("Notes.Problem", "أولا"), ("Notes.Solutions", "ثانيا"), ("Notes.Funding", "ثالثا")]);
        var (number, code) = await ReceiptAsync(visitor, sent);

        using var stranger = Visitor(host);
        async Task<AngleSharp.Html.Dom.IHtmlDocument> AskAsync(string typed, HttpStatusCode expected = HttpStatusCode.OK)
        {
            using var answer = await stranger.SubmitAsync(Follow, [("Code", typed)]);
            return await answer.PageAsync(expected);
        }

        var waiting = await AskAsync(code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal));
        Assert.Contains(number, waiting.QuerySelector("#found")!.TextContent, StringComparison.Ordinal);
        Assert.All(waiting.QuerySelectorAll(".history > li"), remark => Assert.Contains("En attente", remark.TextContent, StringComparison.Ordinal));

        await InAsync(host, async db =>
        {
            var remarks = await db.Set<Remark>().OrderBy(remark => remark.Id).ToListAsync(Stop);
            var consultation = await db.Set<Consultation>().SingleAsync(Stop);
            remarks[0].Show();
            remarks[1].Hold(HoldReason.PersonalData, "اسم جار", host.Clock.GetUtcNow().UtcDateTime);
            var published = Decision.Of(consultation, new(Outcome.TakenUpInPart, new("سبب منشور"), null, new("تغيرت الخانة"), "/openness/projects/68"), 1, host.Clock.GetUtcNow().UtcDateTime);
            published.Publish(host.Clock.GetUtcNow().UtcDateTime);
            remarks[0].Answer(published);
            remarks[2].Answer(Decision.Of(consultation, new(Outcome.NotTakenUp, new("سبب لم ينشر بعد"), null, null, null), 1, host.Clock.GetUtcNow().UtcDateTime));
            return await db.SaveChangesAsync(Stop);
        });
        var text = (await AskAsync(code)).QuerySelector("main")!.TextContent;
        Assert.Contains("سبب منشور", text, StringComparison.Ordinal);
        Assert.Contains("تغيرت الخانة", text, StringComparison.Ordinal);
        Assert.Contains("données personnelles d’autrui", text, StringComparison.Ordinal);
        Assert.Contains("اسم جار", text, StringComparison.Ordinal);
        Assert.Contains("20 décembre 2026", text, StringComparison.Ordinal);
        Assert.DoesNotContain("سبب لم ينشر بعد", text, StringComparison.Ordinal);

        await AskAsync("7K3M-9XQ2-V4TB", HttpStatusCode.BadRequest);
        await AskAsync(new string('A', 5000), HttpStatusCode.BadRequest);
        await AskAsync("0000-0000-0000", HttpStatusCode.BadRequest);
        await AskAsync(code, HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task A_code_of_one_commune_opens_nothing_in_another()
    {
        await using var host = await StartAsync();
        await AnnounceAsync(host);
        using var visitor = Visitor(host);
        using var sent = await visitor.SubmitAsync($"{Answer}?about=project:68", [("Notes.Problem", "أولا")]);
        var (_, code) = await ReceiptAsync(visitor, sent);
        using var elsewhere = host.Browser("demnate.localhost");
        using var answer = await elsewhere.SubmitAsync(Follow, [("Code", code)]);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_contribution_is_claimed_with_its_code_and_the_person_counted_once()
    {
        await using var host = await StartAsync();
        await AnnounceAsync(host);
        using var visitor = Visitor(host);
        using var sent = await visitor.SubmitAsync($"{Answer}?about=project:68", [("Notes.Problem", "دون حساب"), ("Sender.Gender", "Woman")]);
        var (_, code) = await ReceiptAsync(visitor, sent);
        using var citizen = await host.SignInAsync(Commune, Role.Citizen);
        using var own = await citizen.SubmitAsync($"{Answer}?about=project:69", [("Notes.Problem", "بحساب")]);
        await ReceiptAsync(citizen, own);

        using var found = await citizen.SubmitAsync(Follow, [("Code", code)]);
        using var claimed = await citizen.SubmitAsync(await found.PageAsync(), Follow, [], "form[action*='Claim']");
        Assert.Equal(HttpStatusCode.Redirect, claimed.StatusCode);
        Assert.Equal(2, (await citizen.PageAsync(Follow)).QuerySelectorAll("#own ~ details").Length);
        var all = await ContributionsAsync(host);
        Assert.Single(all.Select(one => one.ParticipantId).Distinct());
        Assert.Equal(Gender.Woman, all[0].Participant.Gender);
        Assert.Equal(1, await InAsync(host, db => db.Set<Participant>().CountAsync(Stop)));

        // Somebody else with the code does not take it away.
        using var other = await host.SignInAsync(Commune, Role.Citizen);
        using var seen = await other.SubmitAsync(Follow, [("Code", code)]);
        Assert.Null((await seen.PageAsync()).QuerySelector("form[action*='Claim']"));
    }

    [Fact]
    public async Task Name_and_address_are_removed_and_the_counts_stay()
    {
        await using var host = await StartAsync();
        await AnnounceAsync(host);
        using var visitor = Visitor(host);
        using var sent = await visitor.SubmitAsync($"{Answer}?about=project:68", [
            ("Notes.Problem", "نصي يبقى"), ("Sender.ShownAs", "Name"), ("Sender.Name", "أمينة"), ("Sender.Mail", "amina@example.ma"), ("Sender.AgeGroup", "From60")]);
        var (_, code) = await ReceiptAsync(visitor, sent);
        using var found = await visitor.SubmitAsync(Follow, [("Code", code)]);
        var page = await found.PageAsync();
        using (var unsure = await visitor.SubmitAsync(page, Follow, [], "form[action*='Erase']"))
        {
            await unsure.PageAsync(HttpStatusCode.BadRequest);
        }

        using var erased = await visitor.SubmitAsync(page, Follow, [("sure", "true")], "form[action*='Erase']");
        Assert.Equal(HttpStatusCode.Redirect, erased.StatusCode);
        var contribution = Assert.Single(await ContributionsAsync(host));
        var person = contribution.Participant;
        Assert.Equal((null, null, null, ShownAs.Citizen, AgeGroup.From60), (person.Name, person.Mail, person.Account, person.ShownAs, person.AgeGroup));
        Assert.StartsWith("erased:", person.Key, StringComparison.Ordinal);
        Assert.Equal("نصي يبقى", Assert.Single(contribution.Remarks).Text);
        var act = await InAsync(host, db => db.Set<AuditEntry>().SingleAsync(entry => entry.Verb == "contribution.erased", Stop));
        Assert.Equal(("visitor", $"contribution:{contribution.Id}"), (act.Actor, act.Subject));
        Assert.DoesNotContain("amina", act.Before + act.After + act.Reason, StringComparison.Ordinal);

        // The code goes on to tell.
        using var later = await visitor.SubmitAsync(Follow, [("Code", code)]);
        Assert.Contains("نصي يبقى", (await later.PageAsync()).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }
}
