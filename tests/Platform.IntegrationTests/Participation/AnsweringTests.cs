using System.Collections.Concurrent;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Platform.IntegrationTests.Identity;
using Platform.Kernel.Consulting;
using Platform.Kernel.People;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.TestKit.People;
using static Platform.IntegrationTests.Participation.AnswerRound;

namespace Platform.IntegrationTests.Participation;

/// <summary>Answering online as browsers without scripts do.</summary>
public sealed class AnsweringTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Notes_on_a_card_by_field_a_paragraphs_amendment_and_the_receipts_of_both()
    {
        await using var host = await StartAsync();
        await AnnounceAsync(host);
        using var visitor = Visitor(host);
        var card = await visitor.PageAsync($"{Answer}?about=project:68");
        Assert.Contains("أحياء مظلمة ليلا", card.QuerySelector("form.answer")!.TextContent, StringComparison.Ordinal);
        using var first = await visitor.SubmitAsync(card, $"{Answer}?about=project:68", [
            ("Notes.Problem", "  الحي الشمالي أيضا  "), ("Notes.Other", "شكرا"), ("Sender.Mail", "amina@example.ma"), ("Sender.Gender", "Woman"), ("Sender.AgeGroup", "From18To34"),
            ("Sender.Neighbourhood", "حي المسيرة"), ("Sender.Vulnerable", "false")]);
        var (number, code) = await ReceiptAsync(visitor, first);

        var paragraph = await visitor.PageAsync($"/ar/consultations/{Slug}/answer?about=vision:1");
        Assert.Equal(Paragraph, paragraph.QuerySelector("#Input_Proposed")!.TextContent.Trim());
        using var second = await visitor.SubmitAsync(paragraph, $"/ar/consultations/{Slug}/answer?about=vision:1", [
            ("Input.Kind", "Amendment"), ("Input.Proposed", Paragraph + " مع الشباب"), ("Input.Text", "لأن الشباب نصف السكان"), ("Sender.Mail", "amina@example.ma")]);
        Assert.Equal("/ar/contributions/receipt", second.Headers.Location?.OriginalString);
        Assert.Contains("مع الشباب", (await visitor.PageAsync("/ar/contributions/receipt")).QuerySelector("ins")!.TextContent, StringComparison.Ordinal);

        var all = await ContributionsAsync(host);
        Assert.Equal(2, all.Count);
        Assert.Equal($"2026/{all[0].Id:000000}", number);
        Assert.Equal([("project:68:problem", "الحي الشمالي أيضا"), ("project:68", "شكرا")], all[0].Remarks.OrderBy(remark => remark.Id).Select(remark => (remark.Matter!.Key, remark.Text)));
        Assert.Equal((RemarkKind.Amendment, "vision:1", RemarkState.Shown), all[1].Remarks.Select(remark => (remark.Kind, remark.Matter!.Key, remark.State)).Single());

        // Told once, kept; the same person by the same mail, counted once.
        var person = Assert.Single(all.Select(one => one.Participant.Id).Distinct().Select(id => all.First(one => one.ParticipantId == id).Participant));
        Assert.Equal((Gender.Woman, AgeGroup.From18To34, "حي المسيرة", (bool?)false), (person.Gender, person.AgeGroup, person.Neighbourhood, person.Vulnerable));
        Assert.DoesNotContain("amina", person.Key, StringComparison.Ordinal);

        // The mail brings what the page showed.
        var mail = (await host.MailsAsync(Commune))[0];
        Assert.Equal("amina@example.ma", mail.To);
        Assert.Contains(code, mail.Text, StringComparison.Ordinal);
        Assert.Contains(number, mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_said_with_400_and_what_was_typed_stays()
    {
        await using var host = await StartAsync();
        await AnnounceAsync(host);
        using var visitor = Visitor(host);

        async Task RefusedAsync(string about, string expected, params (string, string?)[] fields)
        {
            using var answer = await visitor.SubmitAsync($"{Answer}?about={about}", fields);
            var page = await answer.PageAsync(HttpStatusCode.BadRequest);
            var said = page.QuerySelector(".error-summary")!.TextContent;
            Assert.True(said.Contains(expected, StringComparison.Ordinal), said);
            foreach (var (name, value) in fields.Where(field => field.Item1.StartsWith("Input.T", StringComparison.Ordinal) || field.Item1.StartsWith("Notes", StringComparison.Ordinal)))
            {
                Assert.Equal(value!.Trim(), page.QuerySelector($"[name='{name}']")!.TextContent.Trim());
            }
        }

        await RefusedAsync("project:68", "au moins une remarque", ("Notes.Problem", "  "));
        await RefusedAsync("project:68", "trop long", ("Notes.Problem", new string('x', 100_000)));
        await RefusedAsync("project:68", "trop de liens", ("Notes.Problem", "http://a.ma http://b.ma www.c.ma"));
        await RefusedAsync("project:68", "adresse électronique valide", ("Notes.Problem", "x"), ("Sender.Mail", "nobody"));
        await RefusedAsync("project:68", "nom à afficher", ("Notes.Problem", "x"), ("Sender.ShownAs", "Name"));
        await RefusedAsync("project:68", "association", ("Notes.Problem", "x"), ("Sender.ShownAs", "Association"));
        await RefusedAsync("project:68", "champ caché", ("Notes.Problem", "x"), ("Sender.Website", "http://spam.example"));
        await RefusedAsync("project:68", "plus vite", ("Notes.Problem", "x"), ("Sender.Since", "forged"));
        await RefusedAsync("vision:1", "Choisissez", ("Input.Text", "x"));
        await RefusedAsync("vision:1", "Choisissez", ("Input.Kind", "Priority"), ("Input.Text", "x"));
        await RefusedAsync("vision:1", "identique", ("Input.Kind", "Amendment"), ("Input.Text", "x"));
        await RefusedAsync("vision:1", "Vous avez modifié", ("Input.Kind", "Support"), ("Input.Proposed", "autre chose"), ("Input.Text", "x"));
        await RefusedAsync("vision:1", "Écrivez votre texte", ("Input.Kind", "Objection"));
        Assert.Empty(await ContributionsAsync(host));

        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusAsync($"{Answer}?about=project:1"));
        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusAsync("/fr/consultations/none/answer"));
        using var other = host.Commune("demnate");
        Assert.Equal(HttpStatusCode.NotFound, await other.StatusAsync(Answer));
    }

    [Fact]
    public async Task Hostile_words_are_shown_harmlessly_where_they_are_shown_and_never_logged()
    {
        var heard = new Listener();
        await using var host = await StartAsync(options =>
            options.Services = services => services.AddLogging(logging => logging.AddProvider(heard).SetMinimumLevel(LogLevel.Information)));
        await AnnounceAsync(host);
        using var visitor = Visitor(host);
        using var sent = await visitor.SubmitAsync($"{Answer}?about=project:68", [
            ("Notes.Problem", "<script>alert(1)</script>\u202Etxt.exe\u0007"), ("Notes.Solutions", "Z" + string.Concat(Enumerable.Repeat("\u0336\u0322", 40))), ("Notes.Funding", "😀🏽"),
            ("Sender.ShownAs", "Name"), ("Sender.Name", "\u202Eanima"), ("Sender.Mail", "anima.secret@example.ma")]);
        await ReceiptAsync(visitor, sent);
        var receipt = await visitor.PageAsync("/fr/contributions/receipt");
        Assert.DoesNotContain(receipt.QuerySelectorAll("main script"), _ => true);
        Assert.Contains("<script>alert(1)</script>txt.exe", receipt.QuerySelector(".said")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202E", receipt.Body!.TextContent, StringComparison.Ordinal);
        var saved = Assert.Single(await ContributionsAsync(host));
        Assert.Equal("anima", saved.Participant.Name);
        Assert.All(saved.Remarks, remark => Assert.True(remark.Text!.Length < 60));
        Assert.Contains(saved.Remarks, remark => remark.Text == "😀🏽");
        Assert.NotEmpty(heard.Lines);
        Assert.Empty(heard.Lines.Where(line => line.Contains("anima", StringComparison.Ordinal) || line.Contains("alert(1)", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_same_sending_is_one_contribution_whether_clicked_twice_retried_or_sent_from_two_tabs()
    {
        await using var host = await StartAsync();
        await AnnounceAsync(host);
        using var visitor = Visitor(host);
        var tab = await visitor.PageAsync($"{Answer}?about=project:68");
        var otherTab = await visitor.PageAsync($"{Answer}?about=project:68");

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            visitor.SubmitAsync(i % 2 == 0 ? tab : otherTab, $"{Answer}?about=project:68", [("Notes.Problem", "مرة واحدة")])));
        Assert.All(answers, answer => Assert.Equal("/fr/contributions/receipt", answer.Headers.Location?.OriginalString));
        var (number, _) = await ReceiptAsync(visitor, answers[^1]);
        Assert.Equal(number, $"2026/{Assert.Single(await ContributionsAsync(host)).Id:000000}");

        // Other words are another contribution of the same person; the same words of another browser are somebody else's.
        using var more = await visitor.SubmitAsync(otherTab, $"{Answer}?about=project:68", [("Notes.Problem", "شيء آخر")]);
        await ReceiptAsync(visitor, more);
        using var stranger = Visitor(host);
        using var theirs = await stranger.SubmitAsync($"{Answer}?about=project:68", [("Notes.Problem", "مرة واحدة")]);
        await ReceiptAsync(stranger, theirs);
        var all = await ContributionsAsync(host);
        Assert.Equal(3, all.Count);
        Assert.Equal(2, all.Select(one => one.ParticipantId).Distinct().Count());
    }

    [Fact]
    public async Task Ideas_are_compared_before_they_are_received_and_become_cards_that_others_speak_of()
    {
        await using var host = await StartAsync();
        await AnnounceAsync(host);
        using var visitor = Visitor(host);
        const string Path = $"{Answer}/idea";
        using var like = await visitor.SubmitAsync(Path, [("Name", "انارة ليلية للحي"), ("Card.Problem", "الاحياء مظلمة في الليل")]);
        var page = await like.PageAsync();
        Assert.Equal($"/fr/consultations/{Slug}/answer?about=project:68", WebUtility.UrlDecode(Assert.Single(page.QuerySelectorAll("#like ~ ul a")).GetAttribute("href")));
        Assert.Empty(await ContributionsAsync(host));
        using var sent = await visitor.SubmitAsync(page, Path, [("Card.Solutions", "مصابيح شمسية")]);
        await ReceiptAsync(visitor, sent);

        var idea = Assert.Single(Assert.Single(await ContributionsAsync(host)).Remarks);
        Assert.Equal((RemarkKind.Idea, MatterKind.Idea, "انارة ليلية للحي"), (idea.Kind, idea.Matter!.Kind, idea.Matter.Title!.Ar));
        Assert.Equal(6, await InAsync(host, db => db.Set<Matter>().CountAsync(matter => matter.ParentKey == idea.Matter.Key, Stop)));
        using var neighbour = Visitor(host);
        Assert.Contains("انارة ليلية للحي", (await neighbour.PageAsync($"/fr/consultations/{Slug}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var note = await neighbour.SubmitAsync($"{Answer}?about={idea.Matter.Key}", [("Notes.Solutions", "مع صيانة")]);
        await ReceiptAsync(neighbour, note);

        // Held back, it is nobody's to speak of any more.
        await InAsync(host, async db =>
        {
            (await db.Set<Remark>().SingleAsync(remark => remark.Id == idea.Id, Stop)).Hold(HoldReason.Repeated, null, host.Clock.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync(Stop);
        });
        Assert.Equal(HttpStatusCode.NotFound, await neighbour.StatusAsync($"{Answer}?about={idea.Matter.Key}"));
        Assert.DoesNotContain("انارة ليلية للحي", (await neighbour.PageAsync($"/fr/consultations/{Slug}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_idea_sent_again_under_a_name_is_received_as_another_and_not_lost()
    {
        await using var host = await StartAsync();
        await AnnounceAsync(host);
        using var visitor = Visitor(host);
        foreach (var name in new[] { null, "أمينة" })
        {
            (string, string?)[] sender = name is null ? [] : [("Sender.ShownAs", "Name"), ("Sender.Name", name)];
            using var sent = await visitor.SubmitAsync($"{Answer}/idea", [("Name", "حديقة عمومية"), ("Card.Problem", "لا متنفس للأطفال"), ("seen", "true"), .. sender], "form.answer");
            await ReceiptAsync(visitor, sent);
        }

        var ideas = (await ContributionsAsync(host)).SelectMany(one => one.Remarks).ToList();
        Assert.Equal(2, ideas.Select(remark => remark.Matter!.Key).Distinct().Count());
    }

    [Fact]
    public async Task Priorities_count_once_and_number_nothing_twice()
    {
        await using var host = await StartAsync();
        await AnnounceAsync(host);
        using var citizen = await host.SignInAsync(Commune, Role.Citizen);
        const string Path = $"{Answer}/priorities";
        var page = await citizen.PageAsync(Path);
        var names = page.QuerySelectorAll(".ranks input").Select(input => input.GetAttribute("name")!).ToList();
        Assert.Equal(2, names.Count);

        foreach (var (one, two, said) in new[] { ("1", "1", "écrit deux fois"), ("0", "", "entre 1 et 2"), ("premier", "", "nombre"), ("", "", "au moins une fiche") })
        {
            using var wrong = await citizen.SubmitAsync(page, Path, [(names[0], one), (names[1], two)]);
            Assert.Contains(said, (await wrong.PageAsync(HttpStatusCode.BadRequest)).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        }

        using var sent = await citizen.SubmitAsync(page, Path, [(names[0], "2"), (names[1], "١")]);
        await ReceiptAsync(citizen, sent);
        using var again = await citizen.SubmitAsync(page, Path, [(names[0], "2"), (names[1], "1")]);
        await ReceiptAsync(citizen, again);
        using var other = await citizen.SubmitAsync(page, Path, [(names[0], "1"), (names[1], "2")]);
        await other.PageAsync(HttpStatusCode.BadRequest);
        var contribution = Assert.Single(await ContributionsAsync(host));
        Assert.Equal(["project:69", "project:68"], contribution.Remarks.OrderBy(remark => remark.Rank).Select(remark => remark.Matter!.Key));
        Assert.Equal((ParticipantKind.Citizen, citizen.Person.Account), (contribution.Participant.Kind, contribution.Participant.Account));
    }

    [Fact]
    public async Task Where_visitors_may_not_answer_people_sign_in_and_associations_speak_in_their_own_name()
    {
        await using var host = await StartAsync();
        await AnnounceAsync(host, visitors: false);
        using var visitor = Visitor(host);
        using var led = await visitor.GetAsync(new Uri($"{Answer}?about=project:68", UriKind.Relative), Stop);
        Assert.Contains("/sign-in?return=", led.Headers.Location?.OriginalString, StringComparison.Ordinal);
        using var representative = await host.SignInAsync(Commune, Role.AssociationRepresentative);
        using var sent = await representative.SubmitAsync($"{Answer}?about=project:68", [
            ("Notes.Funding", "شراكة"), ("Sender.ShownAs", "Association"), ("Sender.Association", "جمعية الأمل")]);
        await ReceiptAsync(representative, sent);
        var participant = Assert.Single(await ContributionsAsync(host)).Participant;
        Assert.Equal((ParticipantKind.Association, "جمعية الأمل", ShownAs.Association), (participant.Kind, participant.Association, participant.ShownAs));

        // The next form begins with the choice that was made, which counts for everything that was said.
        using var again = await representative.SubmitAsync($"{Answer}?about=project:69", [("Notes.Funding", "ميزانية الجهة")]);
        await ReceiptAsync(representative, again);
        Assert.All(await ContributionsAsync(host), one => Assert.Equal((ShownAs.Association, "جمعية الأمل"), (one.Participant.ShownAs, one.Participant.Association)));

        // Whoever began as a citizen and goes on for an association is counted with the associations.
        using var second = await host.SignInAsync(Commune, Role.AssociationRepresentative);
        using var asCitizen = await second.SubmitAsync($"{Answer}?about=project:68", [("Notes.Other", "رأيي")]);
        await ReceiptAsync(second, asCitizen);
        using var asAssociation = await second.SubmitAsync($"{Answer}?about=project:69", [("Notes.Other", "رأي الجمعية"), ("Sender.ShownAs", "Association"), ("Sender.Association", "جمعية النور")]);
        await ReceiptAsync(second, asAssociation);
        Assert.Equal(ParticipantKind.Association, (await ContributionsAsync(host))[^1].Participant.Kind);
    }

    [Theory]
    [InlineData("2026-11-30T22:58:59Z", HttpStatusCode.OK)]
    [InlineData("2026-11-30T22:59:00Z", HttpStatusCode.Gone)]
    public async Task It_closes_to_the_second_and_a_retry_after_closing_keeps_its_receipt(string now, HttpStatusCode expected)
    {
        await using var host = await StartAsync(options => options.Now = new(OpensAt));
        await AnnounceAsync(host);
        using var early = Visitor(host);
        var path = $"{Answer}?about=project:68";
        var form = await early.PageAsync(path);
        using var before = await early.SubmitAsync(form, path, [("Notes.Problem", "في الوقت")]);
        var (number, _) = await ReceiptAsync(early, before);

        host.Clock.MoveTo(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
        using var visitor = Visitor(host);
        Assert.Equal(expected, await visitor.StatusAsync(path));
        using var sent = await early.SubmitAsync(form, path, [("Notes.Problem", "ملاحظة ثانية")]);
        Assert.Equal(expected == HttpStatusCode.OK ? HttpStatusCode.Redirect : expected, sent.StatusCode);
        if (expected != HttpStatusCode.OK)
        {
            // Not received, and not lost to its writer.
            Assert.Equal("ملاحظة ثانية", (await sent.PageAsync(expected)).QuerySelector(".said")!.TextContent);
        }

        using var retry = await early.SubmitAsync(form, path, [("Notes.Problem", "في الوقت")]);
        Assert.Equal(number, (await ReceiptAsync(early, retry)).Number);
        Assert.Equal(expected == HttpStatusCode.OK ? 2 : 1, (await ContributionsAsync(host)).Count);
    }

    [Fact]
    public async Task It_opens_to_the_second_and_says_before_when_that_is()
    {
        await using var host = await StartAsync(options => options.Now = new(OpensAt.AddSeconds(-1)));
        await AnnounceAsync(host);
        using var visitor = Visitor(host);
        var early = await visitor.PageAsync(Answer, HttpStatusCode.Conflict);
        Assert.Contains("20 novembre 2026 à 10:00", early.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        host.Clock.Move(TimeSpan.FromSeconds(1));
        using var sent = await visitor.SubmitAsync(Answer, [("Input.Kind", "Note"), ("Input.Text", "أول رأي")]);
        await ReceiptAsync(visitor, sent);
    }

    [Fact]
    public async Task Closing_at_midnight_is_midnight_in_Morocco_before_and_in_Ramadan()
    {
        await using var host = await StartAsync();

        // Ramadan 1448 begins about the 8th of February 2027; Morocco's clock goes back to UTC for it.
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Africa/Casablanca");
        var closes = TimeZoneInfo.ConvertTimeToUtc(new(2027, 2, 16, 0, 0, 0, DateTimeKind.Unspecified), zone);
        Assert.NotEqual(zone.GetUtcOffset(OpensAt), zone.GetUtcOffset(closes));
        await AnnounceAsync(host, closesAt: closes);
        host.Clock.MoveTo(closes.AddMinutes(-1));
        using var visitor = Visitor(host);
        Assert.Contains("16 février 2027 à 00:00", (await visitor.PageAsync(Answer)).QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        host.Clock.MoveTo(closes);
        Assert.Contains("16 février 2027 à 00:00", (await visitor.PageAsync(Answer, HttpStatusCode.Gone)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_sends_too_much_waits_and_loses_nothing()
    {
        await using var host = await StartAsync(options => options.Settings["Contributions:SendingsPerMinute"] = "3");
        await AnnounceAsync(host);
        using var visitor = Visitor(host);
        var form = await visitor.PageAsync(Answer);
        HttpStatusCode last = default;
        for (var i = 0; i < 4; i++)
        {
            using var sent = await visitor.SubmitAsync(form, Answer, [("Input.Kind", "Note"), ("Input.Text", $"رأي {i}")]);
            last = sent.StatusCode;
            if (i == 3)
            {
                Assert.Equal("رأي 3", (await sent.PageAsync(HttpStatusCode.TooManyRequests)).QuerySelector("#Input_Text")!.TextContent.Trim());
            }
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
        Assert.Equal(3, (await ContributionsAsync(host)).Count);
    }

    private sealed class Listener : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Lines.Enqueue(state.ToString() ?? "");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
            // Nothing to give back.
        }
    }
}
