using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Commitments.Charter.FollowUp;
using Platform.Commitments.OpennessProgramme;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.TestKit.People;

namespace Platform.IntegrationTests.Participation;

/// <summary>A commune asks: from a process and a consultation in the workspace to what the public sees, and when.</summary>
public sealed class ConsultationTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_prepared_is_seen_by_nobody_until_it_is_announced_and_then_opens_and_closes_by_the_clock()
    {
        await using var host = await StartAsync("larache", "settat");
        using var member = await host.SignInAsync("larache", Role.TeamMember, Area.Participation);
        using var citizen = host.Commune("larache");
        using var neighbour = host.Commune("settat");
        await ProcessAsync(member);
        await ConsultationAsync(member);
        Assert.Equal(HttpStatusCode.NotFound, await citizen.StatusAsync("/fr/processes/programme-d-ouverture"));
        Assert.Equal(HttpStatusCode.NotFound, await citizen.StatusAsync("/fr/consultations/vos-remarques"));
        Assert.NotNull((await citizen.PageAsync("/fr/consultations")).QuerySelector(".empty"));
        Assert.Equal(5, (await member.PageAsync("/fr/workspace/consultations/vos-remarques/preview")).QuerySelectorAll("article.matter").Length);

        // Its process is not published yet.
        using (var early = await member.SubmitAsync("/fr/workspace/consultations/vos-remarques/announce", [("Confirmed", "true")], "form.form"))
        {
            Assert.NotNull((await early.PageAsync(HttpStatusCode.BadRequest)).QuerySelector("#errors"));
        }

        await DoneAsync(member.SubmitAsync("/fr/workspace/processes/programme-d-ouverture/publish", [("Confirmed", "true")]));
        await DoneAsync(member.SubmitAsync("/fr/workspace/consultations/vos-remarques/announce", [("Confirmed", "true")]));

        var announced = await citizen.PageAsync("/fr/consultations/vos-remarques");
        Assert.Contains("23 novembre 2026 à 10:00", announced.QuerySelector(".when")!.TextContent, StringComparison.Ordinal);
        Assert.Null(announced.QuerySelector("a[href*='/answer']"));
        Assert.Equal(5, announced.QuerySelectorAll("article.matter").Length);
        Assert.Equal(6, announced.QuerySelector("[id='project:68']")!.QuerySelectorAll("dt").Length);
        Assert.Equal(HttpStatusCode.NotFound, await neighbour.StatusAsync("/fr/consultations/vos-remarques"));
        Assert.Equal(HttpStatusCode.NotFound, await neighbour.StatusAsync("/fr/processes/programme-d-ouverture"));
        Assert.NotNull((await citizen.PageAsync("/fr/processes/programme-d-ouverture")).QuerySelector("a[href='/fr/consultations/vos-remarques']"));

        // The minute before, the minute at which it opens, the last minute, the one at which it closes; a query of its own each time, past every cache.
        Assert.Equal("Annoncée", await PhaseAsync(new(2026, 11, 23, 8, 59, 59, TimeSpan.Zero)));
        Assert.Equal("Ouverte", await PhaseAsync(new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero)));
        Assert.NotNull((await citizen.PageAsync("/fr/consultations/vos-remarques?open")).QuerySelector("a[href$='/answer?about=project%3A68%3Aproblem']"));
        Assert.NotNull((await citizen.PageAsync("/fr?open")).QuerySelector("section[aria-labelledby=open-now] a[href='/fr/consultations/vos-remarques']"));
        Assert.Equal("Ouverte", await PhaseAsync(new(2026, 11, 30, 16, 59, 59, TimeSpan.Zero)));
        Assert.Equal("Réponses en préparation", await PhaseAsync(new(2026, 11, 30, 17, 0, 0, TimeSpan.Zero)));
        Assert.Null((await citizen.PageAsync("/fr?closed")).QuerySelector("#open-now"));

        async Task<string> PhaseAsync(DateTimeOffset at)
        {
            host.Clock.MoveTo(at);
            return (await citizen.PageAsync($"/fr/consultations/vos-remarques?{at.Ticks}")).QuerySelector(".page-header .badge")!.TextContent;
        }
    }

    /// <summary>The same address, without a query of its own: nothing that was made before the closing is served after it.</summary>
    [Fact]
    public async Task A_page_that_was_kept_is_not_served_past_the_minute_at_which_it_stops_being_right()
    {
        await using var host = await StartAsync("larache");
        using var member = await host.SignInAsync("larache", Role.FocalPoint);
        using var citizen = host.Commune("larache");
        await AnnouncedAsync(member);
        host.Clock.MoveTo(new(2026, 11, 30, 16, 59, 58, TimeSpan.Zero));
        await citizen.PageAsync("/fr/consultations/vos-remarques");
        await Task.Delay(TimeSpan.FromSeconds(3), Stop); // the output cache keeps to the machine's clock
        host.Clock.MoveTo(new(2026, 11, 30, 17, 0, 0, TimeSpan.Zero));

        var page = await citizen.PageAsync("/fr/consultations/vos-remarques");

        Assert.Equal("Réponses en préparation", page.QuerySelector(".page-header .badge")!.TextContent);
    }

    [Fact]
    public async Task What_it_is_about_stays_as_it_was_announced_and_a_longer_time_is_told_with_its_reason()
    {
        await using var host = await StartAsync("larache");
        using var member = await host.SignInAsync("larache", Role.FocalPoint);
        using var citizen = host.Commune("larache");
        await AnnouncedAsync(member);
        var before = (await citizen.PageAsync("/fr/consultations/vos-remarques")).QuerySelector("[id='project:68:problem']")!.TextContent;
        await host.InCommuneAsync("larache", async services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            var project = await db.Set<Project>().FirstAsync(one => one.Number == 68, Stop);
            project.Describe(new LocalizedText("قيل غير ذلك بعد الإعلان"), null, null);
            await db.SaveChangesAsync(Stop);
            return 0;
        });

        using (var earlier = await member.SubmitAsync("/fr/workspace/consultations/vos-remarques/extend", [("Input.UntilOn", "2026-11-25"), ("Input.UntilTime", "10:00"), ("Input.Reason.Ar", "تجربة")]))
        {
            Assert.Contains("تجربة", (await earlier.PageAsync(HttpStatusCode.BadRequest)).QuerySelector("[name='Input.Reason.Ar']")!.TextContent, StringComparison.Ordinal);
        }

        await DoneAsync(member.SubmitAsync(
            "/fr/workspace/consultations/vos-remarques/extend", [("Input.UntilOn", "2026-12-05"), ("Input.UntilTime", "12:30"), ("Input.Reason.Ar", "طلبت الجمعيات وقتا"), ("Input.AnswersBy", "2027-01-15")]));

        var page = await citizen.PageAsync("/fr/consultations/vos-remarques");
        Assert.Equal(before, page.QuerySelector("[id='project:68:problem']")!.TextContent);
        Assert.Contains("طلبت الجمعيات وقتا", page.QuerySelector(".extension")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("5 décembre 2026 à 12:30", page.QuerySelector(".when")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Consultation prolongée", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("/consultations/vos-remarques", await citizen.GetStringAsync(new Uri("/fr/feed.atom", UriKind.Relative), Stop), StringComparison.Ordinal);
        Assert.Contains("/processes/programme-d-ouverture", await citizen.GetStringAsync(new Uri("/sitemap.xml", UriKind.Relative), Stop), StringComparison.Ordinal);

        // The charter's tracking matrix has its line, once.
        var uses = await InAsync(host, "larache", db => db.Set<CharterUse>().Where(use => use.Subject != null).ToListAsync(Stop));
        Assert.Equal("process:programme-d-ouverture", Assert.Single(uses).Subject);
        var verbs = await InAsync(host, "larache", db => db.Set<AuditEntry>().Where(entry => entry.Subject == "consultation:vos-remarques").OrderBy(entry => entry.Id).Select(entry => entry.Verb).ToListAsync(Stop));
        Assert.Equal(["consultation.created", "consultation.announced", "consultation.extended"], verbs);
    }

    [Fact]
    public async Task A_text_of_its_own_is_cut_into_sections_and_paragraphs_and_comes_back_into_its_form()
    {
        await using var host = await StartAsync("larache");
        using var member = await host.SignInAsync("larache", Role.FocalPoint);
        await ProcessAsync(member);
        await ConsultationAsync(member, ("Input.AnswersBy", ""), ("Input.About", "own"), ("Input.OwnWords.Ar", "# الرؤية\n\nفقرة أولى\n\n- بند\n- بند ثان\n\n# القيم\n\nفقرة"));
        var form = await member.PageAsync("/fr/workspace/consultations/edit/vos-remarques");

        // The team said no day for its answers: it is the last one that the rule allows, which stands beside the field with its source.
        var answers = form.QuerySelector("[name='Input.AnswersBy']")!;
        Assert.Equal("2027-01-30", answers.GetAttribute("value"));
        Assert.Contains("2-17-265", answers.Closest("fieldset")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("# الرؤية\n\nفقرة أولى\n\n- بند\n\n- بند ثان\n\n# القيم\n\nفقرة", ((IHtmlTextAreaElement)form.QuerySelector("[name='Input.OwnWords.Ar']")!).Value.ReplaceLineEndings("\n"));

        // The same number of rows under the same keys, with other words: those before them go first.
        await DoneAsync(member.SubmitAsync("/fr/workspace/consultations/edit/vos-remarques", [("Input.OwnWords.Ar", "# الرؤية\n\nفقرة أخرى\n\n# القيم\n\nفقرة")]));
        using (var cut = await member.SubmitAsync("/fr/workspace/consultations/edit/vos-remarques", [("Input.OwnWords.Fr", "# Vision\n\nUn paragraphe\n\nUn autre\n\n# Valeurs\n\nUn paragraphe")]))
        {
            var refused = await cut.PageAsync(HttpStatusCode.BadRequest);
            Assert.Contains("Un autre", ((IHtmlTextAreaElement)refused.QuerySelector("[name='Input.OwnWords.Fr']")!).Value, StringComparison.Ordinal);
        }

        await DoneAsync(member.SubmitAsync("/fr/workspace/processes/programme-d-ouverture/publish", [("Confirmed", "true")]));
        await DoneAsync(member.SubmitAsync("/fr/workspace/consultations/vos-remarques/announce", [("Confirmed", "true")]));
        using var citizen = host.Commune("larache");
        var page = await citizen.PageAsync("/ar/consultations/vos-remarques");
        Assert.Equal(2, page.QuerySelectorAll("article.matter").Length);
        Assert.Equal("فقرة أخرى", page.QuerySelector("[id='part-1:1'] .prose")!.TextContent.Trim());
    }

    [Fact]
    public async Task The_second_of_two_savers_is_told_and_bad_input_is_refused_with_what_was_typed()
    {
        await using var host = await StartAsync("larache");
        using var one = await host.SignInAsync("larache", Role.FocalPoint);
        using var other = await host.SignInAsync("larache", Role.TeamMember, Area.Participation);
        await ProcessAsync(one);
        const string Edit = "/fr/workspace/consultations/edit/vos-remarques";
        using (var backwards = await one.SubmitAsync("/fr/workspace/consultations/edit?process=programme-d-ouverture", [.. Asked.Where(pair => pair.Name != "Input.ClosesOn"), ("Input.ClosesOn", "2026-11-20")]))
        {
            var page = await backwards.PageAsync(HttpStatusCode.BadRequest);
            Assert.NotNull(page.QuerySelector("[id='Input_ClosesOn-error']"));
            Assert.Equal("ملاحظاتكم", page.QuerySelector("[name='Input.Title.Ar']")!.GetAttribute("value"));
        }

        foreach (var (field, value) in new[] { ("Input.OpensTime", "25:99"), ("Input.OpensOn", "0001-01-01"), ("Input.About", "nonsense:1"), ("Input.Moderation", "Never"), ("Input.AnswersBy", "soon") })
        {
            using var refused = await one.SubmitAsync("/fr/workspace/consultations/edit?process=programme-d-ouverture", [.. Asked.Where(pair => pair.Name != field), (field, value)]);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        await ConsultationAsync(one);
        var (stale, staleProcess) = (await other.PageAsync(Edit), await other.PageAsync("/fr/workspace/processes/edit/programme-d-ouverture"));
        await DoneAsync(one.SubmitAsync(Edit, [("Input.Title.Ar", "عنوان الأول")]));
        await DoneAsync(one.SubmitAsync("/fr/workspace/processes/programme-d-ouverture/stages/edit", [("Input.Title.Ar", "مرحلة"), ("Input.From", "2026-11-01"), ("Input.To", "2026-12-31")]));
        using (var told = await other.SubmitAsync(stale, Edit, [("Input.Title.Ar", "عنوان الثاني")]))
        {
            var page = await told.PageAsync(HttpStatusCode.Conflict);
            Assert.Contains("عنوان الأول", page.QuerySelector("#conflict")!.TextContent, StringComparison.Ordinal);
            await DoneAsync(other.SubmitAsync(page, Edit, []));
        }

        // A stage that came in meanwhile belongs to the process.
        using (var told = await other.SubmitAsync(staleProcess, "/fr/workspace/processes/edit/programme-d-ouverture", [("Input.Title.Ar", "مسار آخر")]))
        {
            Assert.Equal(HttpStatusCode.Conflict, told.StatusCode);
        }

        Assert.Equal("عنوان الثاني", await InAsync(host, "larache", db => db.Set<Platform.Participation.Consultations.Consultation>().Select(each => each.Title.Ar).SingleAsync(Stop)));
        Assert.Equal(HttpStatusCode.NotFound, await one.StatusAsync("/fr/workspace/consultations/edit?process=nowhere"));
        Assert.Equal(HttpStatusCode.NotFound, await one.StatusAsync("/fr/workspace/consultations/edit/nowhere"));
    }

    [Fact]
    public async Task Stages_are_put_in_order_and_a_process_is_closed_with_a_word_and_opened_again()
    {
        await using var host = await StartAsync("larache");
        using var member = await host.SignInAsync("larache", Role.FocalPoint);
        using var citizen = host.Commune("larache");
        await ProcessAsync(member);
        const string Page = "/fr/workspace/processes/programme-d-ouverture";
        foreach (var (title, from, to) in new[] { ("الأولى", "2026-10-01", "2026-10-31"), ("الثالثة", "2026-12-01", "2026-12-31"), ("الثانية", "2026-11-01", "2026-11-30") })
        {
            await DoneAsync(member.SubmitAsync(Page + "/stages/edit", [("Input.Title.Ar", title), ("Input.From", from), ("Input.To", to)]));
        }

        using (var backwards = await member.SubmitAsync(Page + "/stages/edit", [("Input.Title.Ar", "x"), ("Input.From", "2026-12-01"), ("Input.To", "2026-11-01")]))
        {
            Assert.Equal(HttpStatusCode.BadRequest, backwards.StatusCode);
        }

        var last = (await member.PageAsync(Page)).QuerySelectorAll(".stage-row")[2].Id!["stage-".Length..];
        await DoneAsync(member.SubmitAsync(Page, [("step", "-1")], $"form:has(input[name=id][value='{last}'])"));
        await DoneAsync(member.SubmitAsync(Page + "/publish", [("Confirmed", "true")]));

        var stages = (await citizen.PageAsync("/fr/processes/programme-d-ouverture")).QuerySelectorAll("#stages");
        var timeline = stages[0].Closest("section")!.QuerySelectorAll(".timeline li");
        Assert.Equal(["done", "now", ""], timeline.Select(stage => stage.ClassName ?? ""));
        Assert.Contains("الثانية", timeline[1].TextContent, StringComparison.Ordinal);

        await DoneAsync(member.SubmitAsync(Page + "/close", [("Input.Note.Ar", "صادق المجلس على البرنامج")]));
        Assert.Contains("صادق المجلس على البرنامج", (await citizen.PageAsync("/fr/processes/programme-d-ouverture")).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        using (var silent = await member.SubmitAsync(Page + "/close", [("Input.Reason", "")]))
        {
            Assert.Equal(HttpStatusCode.BadRequest, silent.StatusCode);
        }

        await DoneAsync(member.SubmitAsync(Page + "/close", [("Input.Reason", "ظهر خطأ")]));
        Assert.Null((await citizen.PageAsync("/fr/processes/programme-d-ouverture")).QuerySelector(".notice"));
    }

    internal static readonly (string Name, string? Value)[] Asked =
    [
        ("Input.Title.Ar", "ملاحظاتكم"), ("Input.Title.Fr", "Vos remarques"), ("Input.Text.Ar", "ما رأيكم في **البطاقات**؟"), ("Input.About", "openness:projects"),
        ("Input.OpensOn", "2026-11-23"), ("Input.OpensTime", "10:00"), ("Input.ClosesOn", "2026-11-30"), ("Input.ClosesTime", "18:00"), ("Input.AnswersBy", "2026-12-31"),
        ("Input.Moderation", "After"),
    ];

    internal static async Task AnnouncedAsync(HttpClient member)
    {
        await ProcessAsync(member);
        await ConsultationAsync(member);
        await DoneAsync(member.SubmitAsync("/fr/workspace/processes/programme-d-ouverture/publish", [("Confirmed", "true")]));
        await DoneAsync(member.SubmitAsync("/fr/workspace/consultations/vos-remarques/announce", [("Confirmed", "true")]));
    }

    internal static Task ProcessAsync(HttpClient member) => DoneAsync(member.SubmitAsync("/fr/workspace/processes/edit", [
        ("Input.Title.Ar", "برنامج الانفتاح"), ("Input.Title.Fr", "Programme d’ouverture"), ("Input.Aim.Ar", "إعداد البرنامج مع السكان"), ("Input.Rung", "Concertation"),
        ("Input.OpenToInfluence.Ar", "مضمون البطاقات"), ("Input.DecidedBy.Ar", "مجلس الجماعة")]));

    internal static Task ConsultationAsync(HttpClient member, params (string Name, string? Value)[] instead) => DoneAsync(member.SubmitAsync(
        "/fr/workspace/consultations/edit?process=programme-d-ouverture", [.. Asked.Where(pair => !instead.Any(other => other.Name == pair.Name)), .. instead]));

    internal static async Task DoneAsync(Task<HttpResponseMessage> sent)
    {
        using var answer = await sent;
        var text = await answer.Content.ReadAsStringAsync(Stop);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{(int)answer.StatusCode}: {text[..Math.Min(text.Length, 6000)]}");
    }

    private static Task<T> InAsync<T>(PlatformHost host, string slug, Func<CommuneContext, Task<T>> work) =>
        host.InCommuneAsync(slug, services => work(services.GetRequiredService<CommuneContext>()));

    private static Task<PlatformHost> StartAsync(params string[] communes) => PlatformHost.StartAsync(options => options.Communes = communes);
}
