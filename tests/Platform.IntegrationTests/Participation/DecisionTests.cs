using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Commitments.OpennessProgramme;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Data.Mail;
using Platform.Data.Outbox;
using Platform.Kernel.Jobs;
using Platform.Kernel.Measures;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.Participation.Decisions;
using Platform.Participation.Decisions.RoundReports;
using Platform.TestKit.People;
using static Platform.IntegrationTests.Participation.AnswerRound;

namespace Platform.IntegrationTests.Participation;

/// <summary>Every remark gets an answer: the desk, the decision that the author and the public read, the report of the round and its figures.</summary>
public sealed class DecisionTests
{
    private const string Desk = $"/fr/workspace/consultations/{Slug}/remarks";
    private const string Public = $"/fr/consultations/{Slug}/remarks";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_answer_for_two_remarks_is_read_by_everybody_and_mailed_to_each_author_once()
    {
        await using var host = await StartAsync();
        await AnnounceAsync(host);
        await SendAsync(host, "first", "لا إنارة في حي السلام", mail: "one@example.ma");
        await SendAsync(host, "second", "لا إنارة في حي السلام ليلا", mail: "two@example.ma");
        using var team = await host.SignInAsync(Commune, Role.TeamMember, Area.Participation);
        using var citizen = host.Commune(Commune);
        var ids = await InAsync(host, db => db.Set<Remark>().OrderBy(remark => remark.Id).Select(remark => remark.Id).ToListAsync(Stop));

        var like = await team.PageAsync($"{Desk}/{ids[0]}");
        Assert.NotNull(like.QuerySelector($"input[type=checkbox][value='{ids[1]}']"));

        var edit = $"/fr/workspace/consultations/{Slug}/decisions/edit";
        using (var wordless = await team.SubmitAsync($"{edit}?remark={ids[0]}&remark={ids[1]}", [("Input.Outcome", "OutsidePowers"), ("publish", "true")], "form.form"))
        {
            var page = await wordless.PageAsync(HttpStatusCode.BadRequest);
            Assert.NotNull(page.QuerySelector("#errors a[href='#Input_Reason_Ar'], #errors a[href='#Input.Reason.Ar']"));
            Assert.Equal(2, page.QuerySelectorAll("input[name='Input.Remarks'][checked]").Length);
        }

        Assert.DoesNotContain("ستنار", await citizen.GetStringAsync(new Uri($"{Public}/{ids[0]}", UriKind.Relative), Stop), StringComparison.Ordinal);
        using (var said = await team.SubmitAsync(
            $"{edit}?remark={ids[0]}&remark={ids[1]}",
            [
                ("Input.Outcome", "TakenUp"), ("Input.Reason.Ar", "ستنار الأزقة"), ("Input.Reason.Fr", "Les ruelles seront éclairées"), ("Input.Change.Ar", "عدلت الحلول"),
                ("Input.ChangeLink", "/openness/projects/68"), ("publish", "true"),
            ],
            "form.form"))
        {
            Assert.Equal(HttpStatusCode.Redirect, said.StatusCode);
        }

        foreach (var id in ids)
        {
            var page = await citizen.PageAsync($"{Public}/{id}");
            Assert.Contains("Les ruelles seront éclairées", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            Assert.NotNull(page.QuerySelector("a[href='/fr/openness/projects/68']"));
        }

        Assert.Equal(2, (await citizen.PageAsync($"{Public}?answer=taken-up&about=project:68")).QuerySelectorAll("ol.remarks > li").Length);
        Assert.Empty((await citizen.PageAsync($"{Public}?answer=none")).QuerySelectorAll("ol.remarks > li"));
        Assert.Single((await citizen.PageAsync($"{Public}?q=السّلام+ليلاً")).QuerySelectorAll("ol.remarks > li"));
        Assert.Equal(HttpStatusCode.BadRequest, await citizen.StatusAsync($"{Public}?kind=praise"));
        Assert.Equal(HttpStatusCode.NotFound, await citizen.StatusAsync($"{Public}?p=7"));

        var mails = await InAsync(host, db => db.Set<OutboxMessage>().Where(message => message.Kind == OutgoingMail.Kind).Select(message => message.Payload).ToListAsync(Stop));
        Assert.Single(mails, mail => mail.Contains("one@example.ma", StringComparison.Ordinal));
        Assert.Single(mails, mail => mail.Contains("two@example.ma", StringComparison.Ordinal));
        Assert.Equal(1, await InAsync(host, db => db.Set<AuditEntry>().CountAsync(entry => entry.Verb == "decision.published", Stop)));

        using var elsewhere = host.Commune("demnate");
        Assert.Equal(HttpStatusCode.NotFound, await elsewhere.StatusAsync($"{Public}/{ids[0]}"));
    }

    [Fact]
    public async Task What_is_held_back_is_seen_by_nobody_its_author_is_told_and_it_can_be_shown_again()
    {
        await using var host = await StartAsync();
        await AnnounceAsync(host);
        await SendAsync(host, "first", "كلام جارح", mail: "one@example.ma");
        using var team = await host.SignInAsync(Commune, Role.TeamMember, Area.Participation);
        using var member = await host.SignInAsync(Commune, Role.CommitteeMember);
        using var citizen = host.Commune(Commune);
        var id = await InAsync(host, db => db.Set<Remark>().Select(remark => remark.Id).SingleAsync(Stop));
        Assert.Equal(HttpStatusCode.OK, await citizen.StatusAsync($"{Public}/{id}"));

        using (var without = await PressAsync(team, Desk, "Hold", [("Remark", $"{id}")]))
        {
            await without.PageAsync(HttpStatusCode.BadRequest);
        }

        using (var held = await PressAsync(team, Desk, "Hold", [("Remark", $"{id}"), ("Reason", "Insult")]))
        {
            Assert.Equal(HttpStatusCode.Redirect, held.StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, await citizen.StatusAsync($"{Public}/{id}"));
        Assert.Equal(1, await InAsync(host, db => db.Set<OutboxMessage>().CountAsync(message => message.Payload.Contains("one@example.ma"), Stop)));

        // A committee reads and gives its opinion, and decides nothing.
        Assert.Equal(HttpStatusCode.OK, await member.StatusAsync($"{Desk}/{id}"));
        Assert.Empty((await member.PageAsync(Desk)).QuerySelectorAll("input[name=Remark]"));
        using (var opinion = await member.SubmitAsync($"{Desk}/{id}", [("Outcome", "NotTakenUp"), ("Text", "خارج الموضوع")], "form.form"))
        {
            Assert.Equal(HttpStatusCode.Redirect, opinion.StatusCode);
        }

        Assert.Contains("خارج الموضوع", (await team.PageAsync($"{Desk}/{id}")).QuerySelector("#opinions")!.ParentElement!.TextContent, StringComparison.Ordinal);
        using (var shown = await PressAsync(team, Desk, "Show", [("Remark", $"{id}")]))
        {
            Assert.Equal(HttpStatusCode.Redirect, shown.StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, await citizen.StatusAsync($"{Public}/{id}"));
    }

    [Fact]
    public async Task What_a_member_thinks_is_read_by_the_public_with_the_answer_and_not_before_and_without_a_name()
    {
        await using var host = await StartAsync();
        await AnnounceAsync(host);
        await SendAsync(host, "first", "لا إنارة في حي السلام");
        using var team = await host.SignInAsync(Commune, Role.TeamMember, Area.Participation);
        using var member = await host.SignInAsync(Commune, Role.CommitteeMember);
        using var citizen = host.Commune(Commune);
        var id = await InAsync(host, db => db.Set<Remark>().Select(remark => remark.Id).SingleAsync(Stop));
        foreach (var thought in new[] { "خارج الموضوع", "مطلب وجيه" })
        {
            using var given = await member.SubmitAsync($"{Desk}/{id}", [("Outcome", "TakenUp"), ("Text", thought)], "form.form");
            Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);
        }

        Assert.DoesNotContain("مطلب وجيه", (await citizen.PageAsync($"{Public}/{id}")).DocumentElement.TextContent, StringComparison.Ordinal);

        using (var said = await team.SubmitAsync(
            $"/fr/workspace/consultations/{Slug}/decisions/edit?remark={id}",
            [("Input.Outcome", "TakenUp"), ("Input.Reason.Ar", "ستنار الأزقة"), ("Input.Reason.Fr", "Les ruelles seront éclairées"), ("publish", "true")],
            "form.form"))
        {
            Assert.Equal(HttpStatusCode.Redirect, said.StatusCode);
        }

        var read = (await citizen.PageAsync($"{Public}/{id}")).QuerySelector("main")!.TextContent;
        Assert.Contains("مطلب وجيه", read, StringComparison.Ordinal);
        Assert.DoesNotContain("خارج الموضوع", read, StringComparison.Ordinal);
        Assert.DoesNotContain(member.Person.Name, read, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_burst_of_junk_is_held_back_in_one_act_and_comes_back_in_one()
    {
        await using var host = await StartAsync();
        await AnnounceAsync(host);
        await SendAsync(host, "good", "اقتراح جيد");
        await InAsync(host, async db =>
        {
            var consultation = await db.Set<Consultation>().SingleAsync(Stop);
            var participant = Participant.Of(consultation, "junk", ParticipantKind.Visitor, null, Language.Arabic);
            var sent = Contribution.Online(consultation, participant, new string('a', 64), new string('b', 64), host.Clock.GetUtcNow().UtcDateTime);
            for (var i = 0; i < 300; i++)
            {
                sent.Remarks.Add(Remark.Of(consultation, RemarkKind.Note, null, $"اشتروا الآن {i}", null, null, host.Clock.GetUtcNow().UtcDateTime));
            }

            db.Add(sent);
            return await db.SaveChangesAsync(Stop);
        });
        using var team = await host.SignInAsync(Commune, Role.FocalPoint);
        using var citizen = host.Commune(Commune);
        Assert.Contains("301", (await citizen.PageAsync(Public)).QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);

        using (var held = await PressAsync(team, $"{Desk}?q=اشتروا", "HoldAll", [("Reason", "Advertising")]))
        {
            Assert.Equal(HttpStatusCode.Redirect, held.StatusCode);
            var after = await team.PageAsync(held.Headers.Location!.OriginalString);
            Assert.Equal(1, await InAsync(host, db => db.Set<Remark>().CountAsync(remark => remark.State == RemarkState.Shown, Stop)));
            Assert.Single((await citizen.PageAsync(Public)).QuerySelectorAll("ol.remarks > li"));
            using var undone = await team.SubmitAsync(after, Desk, [], "form.notice");
            Assert.Equal(HttpStatusCode.Redirect, undone.StatusCode);
        }

        Assert.Equal(301, await InAsync(host, db => db.Set<Remark>().CountAsync(remark => remark.State == RemarkState.Shown, Stop)));
    }

    /// <summary>An order of importance is counted at once, also where remarks are read before they are shown: undoing brings it back so.</summary>
    [Fact]
    public async Task What_was_held_back_at_once_comes_back_as_it_was_and_an_order_of_importance_counts_again()
    {
        await using var host = await StartAsync();
        await AnnounceAsync(host, moderation: Moderation.Before);
        await InAsync(host, async db =>
        {
            var consultation = await db.Set<Consultation>().Include(one => one.Matters).SingleAsync(Stop);
            var participant = Participant.Of(consultation, "p", ParticipantKind.Visitor, null, Language.Arabic);
            var sent = Contribution.Online(consultation, participant, new string('a', 64), new string('b', 64), OpensAt);
            sent.Remarks.Add(Remark.Of(consultation, RemarkKind.Note, null, "ملاحظة", null, null, OpensAt));
            sent.Remarks.Add(Remark.Of(consultation, RemarkKind.Priority, consultation.Matters.First(matter => matter.Kind == MatterKind.Card), null, null, 1, OpensAt));
            db.Add(sent);
            return await db.SaveChangesAsync(Stop);
        });

        await host.InCommuneAsync(Commune, async services =>
        {
            var (db, answering) = (services.GetRequiredService<CommuneContext>(), services.GetRequiredService<Answering>());
            var consultation = await db.Set<Consultation>().SingleAsync(Stop);
            var (count, at) = await answering.HoldAllAsync(consultation, db.Set<Remark>(), HoldReason.Advertising, Stop);
            Assert.Equal(2, count);
            return await answering.ShowAgainAsync(consultation, at, Stop);
        });

        Assert.Equal(
            [(RemarkKind.Note, RemarkState.Waiting), (RemarkKind.Priority, RemarkState.Shown)],
            (await InAsync(host, db => db.Set<Remark>().AsNoTracking().OrderBy(remark => remark.Id).ToListAsync(Stop))).Select(remark => (remark.Kind, remark.State)));
    }

    [Fact]
    public async Task A_remark_past_the_day_of_its_answer_is_late_at_the_desk_on_the_first_page_and_in_the_figures()
    {
        await using var host = await StartAsync();
        await AnnounceAsync(host);
        await SendAsync(host, "one", "ملاحظة بلا جواب");
        const string Consultations = "/fr/workspace/consultations";

        // The day of the answer itself is not late.
        host.Clock.MoveTo(new DateTimeOffset(2026, 12, 20, 20, 0, 0, TimeSpan.Zero));
        using (var team = await host.SignInAsync(Commune, Role.TeamMember, Area.Participation))
        {
            Assert.Empty((await team.PageAsync(Desk)).QuerySelectorAll("dl.facts .badge"));
            Assert.Empty((await team.PageAsync("/fr/workspace")).QuerySelectorAll(".work-late"));
        }

        // Half past midnight in Morocco.
        host.Clock.MoveTo(new DateTimeOffset(2026, 12, 20, 23, 30, 0, TimeSpan.Zero));
        using var later = await host.SignInAsync(Commune, Role.TeamMember, Area.Participation);
        Assert.Equal("En retard", Assert.Single((await later.PageAsync(Desk)).QuerySelectorAll("dl.facts .badge")).TextContent);
        var row = (await later.PageAsync(Consultations)).QuerySelector("td:has(a[href$='/remarks?answer=none'])")!;
        Assert.Equal(["1", "En retard"], row.TextContent.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        var line = Assert.Single((await later.PageAsync("/fr/workspace")).QuerySelectorAll(".work-late"));
        Assert.Contains("1 remarque sans réponse", line.TextContent, StringComparison.Ordinal);
        Assert.Equal($"{Desk}?answer=none", line.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(0m, await InTimeAsync());

        // Answered now, it is late no more, and was not answered in time.
        var id = await InAsync(host, db => db.Set<Remark>().Select(remark => remark.Id).SingleAsync(Stop));
        using (var said = await later.SubmitAsync(
            $"/fr/workspace/consultations/{Slug}/decisions/edit?remark={id}", [("Input.Outcome", "AlreadyThere"), ("Input.Reason.Ar", "سبب"), ("publish", "true")], "form.form"))
        {
            Assert.Equal(HttpStatusCode.Redirect, said.StatusCode);
        }

        Assert.Empty((await later.PageAsync("/fr/workspace")).QuerySelectorAll(".work-late"));
        Assert.Empty((await later.PageAsync(Desk)).QuerySelectorAll("dl.facts .badge"));
        Assert.Equal(0m, await InTimeAsync());

        Task<decimal?> InTimeAsync() => host.InCommuneAsync(Commune, async services =>
        {
            var source = services.GetServices<IMeasureSource>().OfType<ParticipationMeasures>().Single();
            return (await source.MeasureAsync([ParticipationMeasures.InTime], Period.Parse("2026-11"), Stop))[ParticipationMeasures.InTime].Value;
        });
    }

    /// <summary>The process ended between the act and the wish for a new report: the night compares the times of both.</summary>
    [Fact]
    public async Task A_report_that_is_older_than_the_last_act_is_made_anew_at_night_and_once()
    {
        await using var host = await StartAsync();
        await AnnounceAsync(host);
        await SendAsync(host, "one", "ملاحظة أولى");
        await SendAsync(host, "two", "ملاحظة ثانية");
        host.Clock.MoveTo(ClosesAt.AddDays(1));
        using var team = await host.SignInAsync(Commune, Role.FocalPoint);
        (await team.SubmitAsync($"/fr/workspace/consultations/{Slug}/report", [("Note.Ar", "كلمة")], "form.form")).Dispose();
        await ReportedAsync(host);
        await NightAsync(1);
        Assert.Equal((2, 2), await NewestAsync());

        // Saved with its place in the trail, and nothing after it.
        await host.InCommuneAsync(Commune, async services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            var remark = await db.Set<Remark>().OrderBy(one => one.Id).FirstAsync(Stop);
            remark.Hold(HoldReason.Insult, null, host.Clock.GetUtcNow().UtcDateTime);
            services.GetRequiredService<AuditTrail>().Record("remark.held", $"remark:{remark.Id}");
            return await db.SaveChangesAsync(Stop);
        });
        Assert.Equal((2, 2), await NewestAsync());
        await NightAsync(1);
        Assert.Equal((3, 1), await NewestAsync());
        await NightAsync(1);
        Assert.Equal((3, 1), await NewestAsync());

        // Published, and not even wished for.
        await InAsync(host, async db =>
        {
            await db.Set<RoundReportPart>().ExecuteDeleteAsync(Stop);
            return await db.Set<RoundReport>().ExecuteDeleteAsync(Stop);
        });
        await NightAsync(1);
        Assert.Equal((1, 1), await NewestAsync());

        Task NightAsync(int days)
        {
            host.Clock.Move(TimeSpan.FromDays(days));
            return host.RunJobAsync(RoundReportMaker.JobName, JobKeys.Day(DateOnly.FromDateTime(host.Clock.GetUtcNow().UtcDateTime)));
        }

        Task<(int Version, int Remarks)> NewestAsync() => InAsync(host, async db =>
        {
            var report = await db.Set<RoundReport>().AsNoTracking().OrderByDescending(one => one.Version).FirstAsync(Stop);
            return (report.Version, RoundContent.Read(report.Content!).Remarks);
        });
    }

    [Fact]
    public async Task The_report_waits_for_the_closing_says_why_remarks_have_no_answer_and_shows_no_small_group()
    {
        await using var host = await StartAsync();
        await AnnounceAsync(host);
        for (var i = 0; i < 6; i++)
        {
            await SendAsync(host, $"w{i}", $"ملاحظة {i}", gender: i < 5 ? Gender.Woman : Gender.Man, age: AgeGroup.From35To59);
        }

        using var team = await host.SignInAsync(Commune, Role.FocalPoint);
        using var citizen = host.Commune(Commune);
        var report = $"/fr/workspace/consultations/{Slug}/report";

        // Not offered before its time, and refused to whoever sends it all the same.
        var desk = await team.PageAsync(report);
        Assert.Null(desk.QuerySelector("form.form"));
        Assert.NotNull(desk.QuerySelector("main .notice"));
        var elsewhere = await team.PageAsync($"/fr/workspace/consultations/{Slug}/extend");
        using (var early = await team.SubmitAsync(elsewhere, report, [("Note.Ar", "كلمة")], "form.form"))
        {
            await early.PageAsync(HttpStatusCode.BadRequest);
        }

        host.Clock.MoveTo(new DateTimeOffset(ClosesAt.AddMinutes(1), TimeSpan.Zero));
        using var later = await host.SignInAsync(Commune, Role.FocalPoint);
        using (var silent = await later.SubmitAsync(report, [], "form.form"))
        {
            Assert.Contains("6 remarques restent sans réponse", (await silent.PageAsync(HttpStatusCode.BadRequest)).QuerySelector("#errors")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, await citizen.StatusAsync($"/fr/consultations/{Slug}/report"));
        using (var said = await later.SubmitAsync(report, [("Note.Ar", "سنجيب في دورة أكتوبر")], "form.form"))
        {
            Assert.Equal(HttpStatusCode.Redirect, said.StatusCode);
        }

        await ReportedAsync(host);
        var page = await citizen.PageAsync($"/fr/consultations/{Slug}/report");
        Assert.Equal("6", page.QuerySelector("dl.facts dd")!.TextContent);

        // Six visitors, no association: the head says as much as the groups do.
        Assert.Equal(["6", "0", "0"], page.QuerySelectorAll("dl.facts dd").Take(3).Select(cell => cell.TextContent));

        // One man alone: his number is not shown, nor the women's, from which it could be worked out.
        Assert.DoesNotContain(page.QuerySelectorAll(".report-groups td"), cell => cell.TextContent is "1" or "5");
        using var docx = await citizen.GetAsync(new Uri($"/fr/consultations/{Slug}/report.docx", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.OK, docx.StatusCode);
        var csv = await citizen.GetStringAsync(new Uri($"/fr/consultations/{Slug}/remarks.csv", UriKind.Relative), Stop);
        Assert.Equal(8, csv.Split('\n').Length);
        using var api = JsonDocument.Parse(await citizen.GetStringAsync(new Uri($"/api/v1/consultations/{Slug}/remarks?after=0", UriKind.Relative), Stop));
        Assert.Equal(6, api.RootElement.GetProperty("remarks").GetArrayLength());
        Assert.Equal(HttpStatusCode.BadRequest, await citizen.StatusAsync($"/api/v1/consultations/{Slug}/remarks?after=x"));

        // The indicators by gender and age keep to the same: all were of one age, nobody under 18, and of the women nothing is said.
        var (figures, rows) = await host.InCommuneAsync(Commune, async services =>
        {
            var (source, november) = (services.GetServices<IMeasureSource>().OfType<ParticipationMeasures>().Single(), Period.Parse("2026-11"));
            return (
                await source.MeasureAsync([ParticipationMeasures.From35To59, ParticipationMeasures.Under18, ParticipationMeasures.Youth, ParticipationMeasures.Women], november, Stop),
                await source.RowsAsync(ParticipationMeasures.From35To59, november, Stop));
        });
        Assert.Equal((100m, 6m, 6m), (figures[ParticipationMeasures.From35To59].Value, figures[ParticipationMeasures.From35To59].Numerator, figures[ParticipationMeasures.From35To59].Denominator));
        Assert.Equal((0m, 0m, null), (figures[ParticipationMeasures.Under18].Value, figures[ParticipationMeasures.Youth].Value, figures[ParticipationMeasures.Women].Value));
        Assert.Equal($"/consultations/{Slug}/remarks", Assert.Single(rows).Link);
    }

    [Fact]
    public async Task The_figures_count_each_person_once_and_open_to_the_consultation()
    {
        await using var host = await StartAsync();
        await AnnounceAsync(host);
        await SendAsync(host, "one", "أولا", key: "mail:1");
        await SendAsync(host, "two", "ثانيا", key: "mail:1");
        await SendAsync(host, "three", "ثالثا", key: "mail:2");

        var (people, rows, women, later, population) = await host.InCommuneAsync(Commune, async services =>
        {
            var source = services.GetServices<IMeasureSource>().Single(one => one.Measures.Any(measure => measure.Key == "participation.participants"));
            var november = Period.Parse("2026-11");
            var all = await source.MeasureAsync([.. source.Measures.Select(measure => measure.Key)], november, Stop);
            var later = new List<decimal?>();
            foreach (var month in new[] { "2027-10", "2027-11" })
            {
                later.Add((await source.MeasureAsync(["participation.rate"], Period.Parse(month), Stop))["participation.rate"].Value);
            }

            return (
                all, await source.RowsAsync("participation.proposals", november, Stop), await source.RowsAsync("participation.women-share", november, Stop), later,
                services.GetRequiredService<Kernel.Communes.CurrentCommune>().Value.Population);
        });

        Assert.Equal(2, people["participation.participants"].Value);
        Assert.Equal(3, people["participation.proposals"].Value);
        Assert.Null(people["participation.taken-up-share"].Value);
        Assert.Equal(Math.Round(100m * 2 / population, 4), people["participation.rate"].Value);

        // The rate is that of a year: eleven months later the consultation still counts, and then no more.
        Assert.Equal([people["participation.rate"].Value, null], later);

        // Two people are no group: what they are is not told, and each figure opens to the consultation and not to them.
        Assert.Empty(women);
        Assert.Equal($"/consultations/{Slug}/remarks", Assert.Single(rows).Link);
    }

    /// <summary>What was taken up is carried out when the project that it became is: not by the decision, and not before its day.</summary>
    [Fact]
    public async Task A_proposal_is_carried_out_with_what_it_became_and_the_librarys_indicators_say_so()
    {
        await using var host = await StartAsync();
        await AnnounceAsync(host);
        foreach (var name in new[] { "one", "two", "three", "four" })
        {
            await SendAsync(host, name, $"اقتراح {name}");
        }

        var ids = await InAsync(host, db => db.Set<Remark>().OrderBy(remark => remark.Id).Select(remark => remark.Id).ToListAsync(Stop));
        using var team = await host.SignInAsync(Commune, Role.TeamMember, Area.Participation);
        var edit = $"/fr/workspace/consultations/{Slug}/decisions/edit";
        (string, string?)[] answer = [("Input.Reason.Ar", "سبب"), ("Input.Became", "project:68"), ("publish", "true")];
        using (var refused = await team.SubmitAsync($"{edit}?remark={ids[0]}", [("Input.Outcome", "NotTakenUp"), .. answer], "form.form"))
        {
            var page = await refused.PageAsync(HttpStatusCode.BadRequest);
            Assert.NotNull(page.QuerySelector("#errors a[href='#Input_Became']"));
            Assert.NotNull(page.QuerySelector("#Input_Became option[value='project:68'][selected]"));
        }

        using (var taken = await team.SubmitAsync($"{edit}?remark={ids[0]}", [("Input.Outcome", "TakenUp"), .. answer], "form.form"))
        {
            Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        }

        using (var not = await team.SubmitAsync($"{edit}?remark={ids[1]}", [("Input.Outcome", "NotTakenUp"), .. answer.Where(field => field.Item1 != "Input.Became")], "form.form"))
        {
            Assert.Equal(HttpStatusCode.Redirect, not.StatusCode);
        }

        using var citizen = host.Commune(Commune);
        Assert.Contains("Pas encore achevée", (await citizen.PageAsync($"{Public}/{ids[0]}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((4m, 50m, 0m), await MeasuredAsync(host));

        await InAsync(host, async db =>
        {
            var project = await db.Set<Project>().SingleAsync(one => one.Number == 68, Stop);
            project.Completions.Add(CompletionEntry.Of(new(2026, 11, 25), Completion.Complete, null, null, null, host.Clock.GetUtcNow().UtcDateTime));
            return await db.SaveChangesAsync(Stop);
        });
        Assert.Contains("Pas encore achevée", (await citizen.PageAsync($"{Public}/{ids[0]}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((4m, 50m, 25m), await MeasuredAsync(host));
        host.Clock.MoveTo(new DateTimeOffset(2026, 11, 26, 11, 0, 0, TimeSpan.Zero));
        Assert.Contains("Exécutée", (await citizen.PageAsync($"{Public}/{ids[0]}?later")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        // The month is taken: the three indicators of the library have their figures, and open to the consultation.
        host.Clock.MoveTo(new DateTimeOffset(2027, 1, 2, 11, 0, 0, TimeSpan.Zero));
        await host.RunJobAsync("monthly-snapshot", "2026-11");
        Assert.Contains("4", (await citizen.PageAsync("/fr/indicators/proposals-submitted?period=2026-11")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var rows = await citizen.PageAsync("/fr/indicators/proposals-submitted?period=2026-11");
        Assert.NotNull(rows.QuerySelector($"a[href='/fr/consultations/{Slug}/remarks']"));
    }

    private static Task<(decimal? Received, decimal? Answered, decimal? CarriedOut)> MeasuredAsync(PlatformHost host) => host.InCommuneAsync(Commune, async services =>
    {
        var source = services.GetServices<IMeasureSource>().OfType<ParticipationMeasures>().Single();
        string[] keys = [ParticipationMeasures.Proposals, ParticipationMeasures.Answered, ParticipationMeasures.CarriedOut];
        var measured = await source.MeasureAsync(keys, Period.Parse("2026-11"), Stop);
        return (measured[keys[0]].Value, measured[keys[1]].Value, measured[keys[2]].Value);
    });

    /// <summary>Presses the button that acts on the remarks that were ticked.</summary>
    internal static async Task<HttpResponseMessage> PressAsync(HttpClient team, string path, string handler, IReadOnlyList<(string Name, string? Value)> fields)
    {
        var page = await team.PageAsync(path);
        var button = page.QuerySelector($"button[formaction*='handler={handler}']");
        if (button is not null)
        {
            page.QuerySelector("#remarks")!.Closest("form")!.SetAttribute("action", button.GetAttribute("formaction"));
        }

        page.QuerySelector("#remarks")!.Closest("form")!.Id = "desk";
        return await team.SubmitAsync(page, path, fields, "#desk");
    }

    internal static Task<Receipt> SendAsync(PlatformHost host, string name, string text, string? mail = null, Gender? gender = null, string? key = null, AgeGroup? age = null) =>
        host.InCommuneAsync(Commune, async services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            var consultation = await db.Set<Consultation>().SingleAsync(Stop);
            var matter = await db.Set<Matter>().SingleAsync(one => one.Key == "project:68:problem", Stop);
            var receipt = await services.GetRequiredService<Reception>().ReceiveAsync(
                consultation,
                new Sending(
                    Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name))[..16]),
                    new Sender(key ?? name, ParticipantKind.Visitor, null, Language.French, null, null, ShownAs.Citizen, mail, age, gender, null, null),
                    [new Platform.Participation.Contributions.Said(RemarkKind.Note, matter, text)]),
                Stop);
            return Assert.IsType<Receipt>(receipt);
        });
}
