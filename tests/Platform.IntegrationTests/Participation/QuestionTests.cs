using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.Participation.Questions;
using Platform.TestKit.People;
using static Platform.IntegrationTests.Participation.AnswerRound;

namespace Platform.IntegrationTests.Participation;

/// <summary>The short form of a consultation: written by the team, answered online and on paper, counted without showing a person.</summary>
public sealed class QuestionTests
{
    private const string Form = $"{Answer}/questions";
    private const string Desk = $"/fr/workspace/consultations/{Slug}/questions";
    private const string Results = $"/fr/consultations/{Slug}/results";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_team_writes_orders_and_tries_out_questions_until_they_are_announced()
    {
        await using var host = await StartAsync();
        await AnnounceAsync(host, announced: false);
        using var team = await host.SignInAsync(Commune, Role.TeamMember, Area.Participation);
        await WriteAsync(("Input.Text.Ar", "هل تستعملون الحافلة؟"), ("Input.Text.Fr", "Prenez-vous le bus ?"), ("Input.Kind", "One"), ("Input.Options.Ar", "نعم\nلا"), ("Input.Options.Fr", "Oui\nNon"), ("Input.Required", "true"));
        await WriteAsync(("Input.Text.Ar", "ما رأيكم في الخط؟"), ("Input.Kind", "Scale"), ("Input.After", "1:1"));

        using (var uneven = await team.SubmitAsync($"{Desk}/edit", [("Input.Text.Ar", "سؤال"), ("Input.Kind", "One"), ("Input.Options.Ar", "نعم\nلا"), ("Input.Options.Fr", "Oui")], "form.form"))
        {
            Assert.Equal("نعم\nلا", (await uneven.PageAsync(HttpStatusCode.BadRequest)).QuerySelector("#Input_Options_Ar")!.TextContent.Trim().ReplaceLineEndings("\n"));
        }

        // A question that another hangs on stays, and the other does not come before it.
        foreach (var (act, number) in new[] { ("Remove", "1"), ("Move", "2") })
        {
            using var refused = await team.SubmitAsync(await team.PageAsync(Desk), $"{Desk}?handler={act}", [("number", number), ("step", "-1")], $"form[action*='handler={act}']");
            Assert.NotNull((await refused.PageAsync(HttpStatusCode.BadRequest)).QuerySelector("#errors"));
        }

        using (var tried = await team.SubmitAsync($"{Desk}/preview", [("Choice.1", "1"), ("Shown", "1")], "form.form"))
        {
            var page = await tried.PageAsync();
            Assert.NotNull(page.QuerySelector("fieldset.question:not([hidden]) #Choice_2"));
            Assert.Empty(await ContributionsAsync(host));
        }

        await InAsync(host, async db =>
        {
            (await db.Set<Consultation>().SingleAsync(Stop)).Announce(OpensAt.AddDays(-1));
            return await db.SaveChangesAsync(Stop);
        });
        Assert.Equal(HttpStatusCode.NotFound, await team.StatusAsync($"{Desk}/edit/1"));
        Assert.Empty((await team.PageAsync(Desk)).QuerySelectorAll(".row-actions"));

        async Task WriteAsync(params (string, string?)[] fields)
        {
            using var saved = await team.SubmitAsync($"{Desk}/edit", fields, "form.form");
            Assert.True(saved.StatusCode == HttpStatusCode.Redirect, await saved.Content.ReadAsStringAsync(Stop));
        }
    }

    [Fact]
    public async Task Answers_are_asked_for_as_they_branch_received_once_and_followed_by_their_sender_alone()
    {
        await using var host = await StartAsync();
        await AskAsync(host);
        using var visitor = Visitor(host);

        // The bus opens a question that the form did not have: it is asked, nothing is received yet, and what was typed stays.
        var page = await visitor.PageAsync(Form);
        Assert.NotNull(page.QuerySelector("fieldset.question[hidden][disabled] #Choice_2"));
        using (var opened = await SendAsync(visitor, ["1", "3", "4"], ("Choice.1", "1"), ("Said.4", "أكثر من الحافلات")))
        {
            page = await opened.PageAsync();
            Assert.NotNull(page.QuerySelector("fieldset.question:not([hidden]) #Choice_2"));
            Assert.Equal("أكثر من الحافلات", page.QuerySelector("#Said_4")!.TextContent.Trim());
            Assert.Empty(await ContributionsAsync(host));
        }

        // Now it is known and required.
        using (var missing = await SendAsync(visitor, ["1", "2", "3", "4"], ("Choice.1", "1"), ("Said.4", "أكثر من الحافلات")))
        {
            page = await missing.PageAsync(HttpStatusCode.BadRequest);
            Assert.NotNull(page.QuerySelector("#errors a[href='#Choice_2']"));
            Assert.NotNull(page.QuerySelector("#Choice_1[checked]"));
        }

        (string, string?)[] whole = [("Choice.1", "1"), ("Choice.2", "4"), ("Choice.3", "2"), ("Said.4", "أكثر من الحافلات")];
        string number;
        using (var sent = await SendAsync(visitor, ["1", "2", "3", "4"], whole))
        {
            (number, var code) = await ReceiptAsync(visitor, sent);
            var receipt = (await visitor.PageAsync("/fr/contributions/receipt")).QuerySelector("main")!.TextContent;
            Assert.Contains("أكثر من الحافلات", receipt, StringComparison.Ordinal);
            using var found = await Visitor(host).SubmitAsync("/fr/contributions", [("Code", code)]);
            Assert.Contains("Prenez-vous le bus", (await found.PageAsync()).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }

        using (var again = await SendAsync(visitor, ["1", "2", "3", "4"], whole))
        {
            Assert.Equal(number, (await ReceiptAsync(visitor, again)).Number);
        }

        using (var otherwise = await SendAsync(visitor, ["1", "2", "3", "4"], ("Choice.1", "2")))
        {
            await otherwise.PageAsync(HttpStatusCode.BadRequest);
        }

        // What hangs on an answer that was not given is not kept.
        using var second = Visitor(host);
        using (var hidden = await SendAsync(second, ["1", "2", "3", "4"], ("Choice.1", "2"), ("Choice.2", "4")))
        {
            await ReceiptAsync(second, hidden);
        }

        var answers = await InAsync(host, db => db.Set<GivenAnswer>().AsNoTracking().Include(answer => answer.Question).OrderBy(answer => answer.Id).ToListAsync(Stop));
        Assert.Equal([(1, 1), (2, 4), (3, 2), (4, null), (1, (int?)2)], answers.Select(answer => (answer.Question.Number, answer.Choice)));
        using var stranger = Visitor(host);
        using var wrong = await SendAsync(stranger, ["1", "2", "3", "4"], ("Choice.1", "9"));
        await wrong.PageAsync(HttpStatusCode.BadRequest);
        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusAsync(Results));
    }

    [Fact]
    public async Task Results_count_each_person_once_show_no_few_and_no_word_before_it_was_read()
    {
        await using var host = await StartAsync();
        await AskAsync(host);
        await FillAsync(host, people: 30);

        // The first one writes again on paper, with the number of the receipt: kept, and counted once.
        using var clerk = await host.SignInAsync(Commune, Role.TeamMember, Area.Participation);
        var paper = $"/fr/workspace/consultations/{Slug}/paper";
        using (var printed = await clerk.SubmitAsync($"{paper}/cards", [("about", "form:"), ("Copies", "2")]))
        {
            var sheets = await clerk.PageAsync(printed.Headers.Location!.OriginalString);
            Assert.Equal(4, sheets.QuerySelector(".sheet")!.QuerySelectorAll(".sheet-question").Length);
            Assert.Equal(2, sheets.QuerySelector(".sheet")!.QuerySelectorAll(".sheet-rank").Length);
            var codes = sheets.QuerySelectorAll(".sheet-code bdi").Select(code => code.TextContent).ToList();
            var receipt = (await ContributionsAsync(host))[0].NumberIn(2026);
            var cards = await InAsync(host, db => db.Set<Matter>().Where(matter => matter.Kind == MatterKind.Card).OrderBy(matter => matter.Position).Select(matter => matter.Id).ToListAsync(Stop));
            using var wrong = await clerk.SubmitAsync(await clerk.PageAsync($"{paper}?sheets=form&hand=2"), $"{paper}?sheets=form", [("Input.Code", codes[0]), ("Input.Answers[1]", "7"), ($"Input.Ranks[{cards[0]}]", "3")], "form.paper-grid");
            Assert.Equal("7", (await wrong.PageAsync(HttpStatusCode.BadRequest)).QuerySelector("#Input_Answers_1_")!.GetAttribute("value"));
            await TypeAsync([("Input.Code", codes[0]), ("Input.Answers[1]", "٢"), ("Input.Receipt", receipt), ($"Input.Ranks[{cards[0]}]", "2"), ($"Input.Ranks[{cards[1]}]", "1")]);
            await TypeAsync([("Input.Code", codes[1]), ("Input.Answers[1]", "1"), ("Input.Answers[2]", "5"), ("Input.Answers[4]", "من الورق")]);
        }

        host.Clock.MoveTo(ClosesAt.AddHours(1));
        using var citizen = host.Commune(Commune);
        var page = await citizen.PageAsync(Results);

        // 30 online and one on paper; 27 and that one take the bus, 3 do not: held back with the other figure, and so is what hangs on it.
        Assert.Contains("31 personnes ont répondu", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.QuerySelectorAll("article.result")[0].QuerySelectorAll("td.num"), cell => cell.TextContent.Any(char.IsDigit));
        Assert.Empty(page.QuerySelectorAll("article.result")[1].QuerySelectorAll("table"));
        Assert.Equal(["10", "15"], page.QuerySelectorAll("article.result")[2].QuerySelectorAll("td.num").Select(cell => cell.TextContent));
        Assert.NotNull(page.QuerySelectorAll("article.result")[2].QuerySelector("progress[value='40']"));
        Assert.DoesNotContain("من الورق", page.Body!.TextContent, StringComparison.Ordinal);

        using var api = JsonDocument.Parse(await citizen.GetStringAsync(new Uri($"/api/v1/consultations/{Slug}/results", UriKind.Relative), Stop));
        Assert.Equal(31, api.RootElement.GetProperty("people").GetInt32());
        Assert.Equal(JsonValueKind.Null, api.RootElement.GetProperty("questions")[0].GetProperty("choices")[1].GetProperty("people").ValueKind);
        Assert.Contains("10,40,25", await citizen.GetStringAsync(new Uri($"{Results}.csv", UriKind.Relative), Stop), StringComparison.Ordinal);

        // Words wait for the team.
        using var reader = await host.SignInAsync(Commune, Role.TeamMember, Area.Participation);
        var desk = $"{Desk}/answers";
        var waiting = (await reader.PageAsync(desk)).QuerySelector("input[name=Answer]")!.GetAttribute("value");
        foreach (var (act, reason) in new[] { ("Show", ""), ("Hold", "") })
        {
            // Nothing chosen; chosen without a reason.
            using var refused = await PressAsync(act, ("Answer", act == "Hold" ? waiting! : ""), ("Reason", reason));
            await refused.PageAsync(HttpStatusCode.BadRequest);
        }

        using (var held = await PressAsync("Hold", ("Answer", waiting!), ("Reason", "PersonalData")))
        {
            Assert.Equal(HttpStatusCode.Redirect, held.StatusCode);
            Assert.Equal(RemarkState.Held, await InAsync(host, db => db.Set<GivenAnswer>().Where(answer => answer.Text != null).Select(answer => answer.State).SingleAsync(Stop)));
        }

        using (var shown = await PressAsync("Show", ("Answer", waiting!)))
        {
            Assert.Equal(HttpStatusCode.Redirect, shown.StatusCode);
        }

        Assert.Contains("من الورق", (await citizen.PageAsync($"{Results}/4")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await citizen.StatusAsync($"{Results}/1"));
        // A machine's sheets have no words: they are told by where they came from, left out at once, and brought back at once.
        var origin = new string('a', Origins.Length);
        await FillAsync(host, people: 25, origin);
        Assert.Equal(56, await PeopleAsync());
        Assert.NotNull((await reader.PageAsync(desk)).QuerySelector($"#bursts ~ form input[value='{origin}']"));
        (await PressAsync("LeaveOut", ("origin", origin), ("Reason", "Advertising"))).Dispose();
        Assert.Equal(31, await PeopleAsync());
        var at = (await InAsync(host, db => db.Set<GivenAnswer>().MaxAsync(answer => answer.LeftOutAt, Stop)))!.Value;
        (await PressAsync("BringBack", ("at", $"{at.Ticks}"))).Dispose();
        Assert.Equal(56, await PeopleAsync());

        // The second of two who sift at once is warned: nothing of it was done.
        host.Clock.Move(TimeSpan.FromSeconds(1));
        host.Meddler.BeforeSaving<Consultation>(() => InAsync(host, db => db.Set<Consultation>().ExecuteUpdateAsync(set => set.SetProperty(one => one.Revision, one => one.Revision + 1), Stop)));
        (await PressAsync("LeaveOut", ("origin", origin), ("Reason", "Advertising"))).Dispose();
        Assert.True(host.Meddler.HasActed);
        Assert.NotNull((await reader.PageAsync(desk)).QuerySelector(".notice-warning[role=alert]"));
        Assert.Equal(56, await PeopleAsync());

        // The report keeps what was counted when it was made, and is made anew when that changes.
        using var lead = await host.SignInAsync(Commune, Role.FocalPoint);
        using (var published = await lead.SubmitAsync($"/fr/workspace/consultations/{Slug}/report", [("Note.Ar", "سنجيب")], "form.form"))
        {
            Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
        }

        await ReportedAsync(host);
        Assert.Contains("56 personnes ont répondu", await ReportAsync(), StringComparison.Ordinal);
        await InAsync(host, db => db.Set<GivenAnswer>().Where(answer => answer.Text == null && answer.Contribution.Origin == null).ExecuteDeleteAsync(Stop));
        Assert.Contains("56 personnes ont répondu", await ReportAsync(), StringComparison.Ordinal);
        (await PressAsync("LeaveOut", ("origin", origin), ("Reason", "Advertising"))).Dispose();
        await ReportedAsync(host, 2);
        Assert.DoesNotContain("56 personnes ont répondu", await ReportAsync(), StringComparison.Ordinal);

        using var elsewhere = host.Commune("demnate");
        Assert.Equal(HttpStatusCode.NotFound, await elsewhere.StatusAsync(Results));

        async Task<string> ReportAsync() => (await citizen.PageAsync($"/fr/consultations/{Slug}/report")).QuerySelector("main")!.TextContent;

        Task<int?> PeopleAsync() => host.InCommuneAsync(Commune, async services =>
        {
            var consultation = await services.GetRequiredService<CommuneContext>().Set<Consultation>().AsNoTracking().SingleAsync(Stop);
            return (await services.GetRequiredService<ResultsReader>().ReadAsync(consultation, ClosesAt.AddHours(1), Stop)).People;
        });

        async Task<HttpResponseMessage> PressAsync(string act, params (string Name, string Value)[] fields)
        {
            var token = (await reader.PageAsync($"/fr/workspace/consultations/{Slug}/questions/answers?state=held")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            using var form = new FormUrlEncodedContent(fields.Where(field => field.Value.Length > 0).Append((Name: "__RequestVerificationToken", Value: token)).Select(field => KeyValuePair.Create(field.Name, field.Value)));
            return await reader.PostAsync(new Uri($"{desk}?handler={act}", UriKind.Relative), form, Stop);
        }

        async Task TypeAsync((string, string?)[] fields)
        {
            using var kept = await clerk.SubmitAsync(await clerk.PageAsync($"{paper}?sheets=form"), $"{paper}?sheets=form", fields, "form.paper-grid");
            Assert.True(kept.StatusCode == HttpStatusCode.Redirect, await kept.Content.ReadAsStringAsync(Stop));
        }
    }

    private static Task<HttpResponseMessage> SendAsync(SignedInClient browser, string[] shown, params (string, string?)[] fields) =>
        browser.SubmitAsync(Form, [.. shown.Select(number => ("Shown", (string?)number)), .. fields], "form.answer");

    /// <summary>27 of 30 take the bus; 25 answer the third question, 10 of them the first place of it and 15 the other.</summary>
    private static Task<int> FillAsync(PlatformHost host, int people, string? origin = null) => InAsync(host, async db =>
    {
        var consultation = await db.Set<Consultation>().Include(one => one.Questions).SingleAsync(Stop);
        var questions = consultation.Questions.ToDictionary(question => question.Number);
        for (var at = 0; at < people; at++)
        {
            var person = Participant.Of(consultation, $"test:{origin}{at}", ParticipantKind.Visitor, null, Language.French);
            var ticket = Tracking.NewTicket();
            var sent = Contribution.Online(consultation, person, Tracking.DigestOfTicket(ticket), Tracking.DigestOfCode(Tracking.CodeOf(ticket)), OpensAt.AddHours(1), origin);
            List<Given> answers = [new(questions[1], at < 27 ? 1 : 2)];
            if (at < 27)
            {
                answers.Add(new(questions[2], at < 13 ? 4 : 5));
            }

            if (at < 25)
            {
                answers.Add(new(questions[3], at < 10 ? 1 : 2));
            }

            sent.Answers.AddRange(answers.Select(given => GivenAnswer.Of(consultation, given)));
            db.Add(sent);
        }

        return await db.SaveChangesAsync(Stop);
    });
}
