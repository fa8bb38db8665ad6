using System.Net;
using System.Text;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Commitments.ActionPlan;
using Platform.Commitments.ActionPlan.Exchange;
using Platform.Commitments.ActionPlan.Import;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Files;
using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.TestKit;

namespace Platform.IntegrationTests.Commitments.ActionPlan.Import;

/// <summary>From the file to the plan and back, as a focal point without scripts does it.</summary>
public sealed class PlanImportTests
{
    private const string Index = "/ar/workspace/action-plan/import";
    private const string Upload = "form[enctype]";

    [Fact]
    public async Task The_document_of_Beni_Mellal_is_imported_whole_into_a_commune_without_a_plan_and_taken_back()
    {
        await using var host = await HostAsync("larache");
        using var visitor = await WorkspaceVisitor.SignInAsync(host, "larache");

        await visitor.OpenAsync(Index);
        Assert.Equal(HttpStatusCode.OK, await visitor.SubmitAsync(Upload, file: ("Upload", "C:\\خطة\\بني ملال.docx", CommuneDocuments.BeniMellal())));

        Assert.Equal(45, visitor.Page.QuerySelectorAll(".import-row").Length);
        Assert.Empty(visitor.Page.QuerySelectorAll(".import-wrong"));
        Assert.Contains("بني ملال.docx", visitor.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("C:\\", visitor.Page.Body.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync<Activity>(host, "larache"));

        await visitor.OpenAsync(LinkTo(visitor, "/apply"));
        Assert.Equal(HttpStatusCode.OK, await visitor.SubmitAsync("form.form"));

        Assert.Equal((7, 38), (await CountAsync<Axis>(host, "larache"), await CountAsync<Activity>(host, "larache")));
        Assert.Equal(SeedPlans.Of("beni-mellal").Sum(axis => axis.Activities.Sum(activity => activity.Indicators.Count)), await CountAsync<ActivityIndicator>(host, "larache"));
        Assert.Contains("plan.imported", await VerbsAsync(host, "larache"));

        // Taken back in two steps: the button is behind a question.
        Assert.NotNull(visitor.Page.QuerySelector("details:not([open]) > form[action*=Undo]"));
        Assert.Equal(HttpStatusCode.OK, await visitor.SubmitAsync("form[action*=Undo], form.actions"));
        Assert.Equal((0, 0, 0), (await CountAsync<Axis>(host, "larache"), await CountAsync<Activity>(host, "larache"), await CountAsync<Plan>(host, "larache")));
        Assert.Contains("plan.import-undone", await VerbsAsync(host, "larache"));

        // Nothing of what was understood and corrected is lost: it is applied again without sending the file once more.
        Assert.Equal(HttpStatusCode.OK, await visitor.SubmitAsync("form[action*=Reopen]"));
        Assert.Equal(45, visitor.Page.QuerySelectorAll(".import-row").Length);
        await visitor.OpenAsync(LinkTo(visitor, "/apply"));
        Assert.Equal(HttpStatusCode.OK, await visitor.SubmitAsync("form.form"));
        Assert.Equal((7, 38), (await CountAsync<Axis>(host, "larache"), await CountAsync<Activity>(host, "larache")));
        Assert.Contains("plan.import-reopened", await VerbsAsync(host, "larache"));
    }

    [Fact]
    public async Task A_wrong_row_blocks_is_corrected_in_its_place_and_then_everything_is_applied_once()
    {
        await using var host = await HostAsync("larache");
        using var visitor = await WorkspaceVisitor.SignInAsync(host, "larache", Role.TeamMember, Area.ActionPlan);
        await visitor.OpenAsync(Index);
        await visitor.SubmitAsync(Upload, file: ("Upload", "plan.csv", Csv(
            "المحور;النشاط;الأولوية;تاريخ النهاية", "1. الرقمنة;بوابة;1;31/12/2026", ";تطبيق;9;قريبا", ";بوابة;2;", ";=cmd|' /C calc'!A0;;")));

        Assert.Equal(2, visitor.Page.QuerySelectorAll(".import-wrong .import-problems li").Length);
        Assert.Null(visitor.Page.QuerySelector("a[href$='/apply']"));
        var twin = visitor.Page.QuerySelectorAll(".import-row")[3];
        Assert.Contains("import-skipped", twin.ClassName, StringComparison.Ordinal);
        var draft = visitor.At.ToString();

        // Applying all the same is refused, whatever the page offers.
        await visitor.OpenAsync(draft + "/apply");
        Assert.Null(visitor.Page.QuerySelector("form.form button"));
        using (var refused = await visitor.PostAsync("form.form"))
        {
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        Assert.Equal(0, await CountAsync<Activity>(host, "larache"));

        // Half right: what was typed stays, and says what is still wrong.
        await visitor.OpenAsync(draft + "?row=3");
        Assert.Equal(HttpStatusCode.BadRequest, await visitor.SubmitAsync(".import-form", new Dictionary<string, string> { ["c.priority"] = "٢", ["c.end"] = "غدا" }));
        Assert.Equal("غدا", visitor.Page.QuerySelector("#c_end")!.GetAttribute("value"));
        Assert.Equal("true", visitor.Page.QuerySelector("#c_end")!.GetAttribute("aria-invalid"));
        Assert.Null(visitor.Page.QuerySelector("#c_priority")!.GetAttribute("aria-invalid"));
        Assert.Equal(HttpStatusCode.OK, await visitor.SubmitAsync(".import-form", new Dictionary<string, string> { ["c.end"] = "دجنبر 2026" }));
        Assert.Empty(visitor.Page.QuerySelectorAll(".import-wrong"));

        await visitor.OpenAsync(draft + "/apply");
        var form = await Task.WhenAll(visitor.PostAsync("form.form"), visitor.PostAsync("form.form"), visitor.PostAsync("form.form"));
        Assert.All(form, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        var plan = await PlanAsync(host, "larache");
        Assert.Equal(["بوابة", "تطبيق", "=cmd|' /C calc'!A0"], plan.Activities.Select(activity => activity.Texts[PlanField.Title]));
        Assert.Equal("2026-12-31", plan.Activities.ElementAt(1).Texts[PlanField.End]);
        Assert.Single(await VerbsAsync(host, "larache"), "plan.imported");
    }

    [Fact]
    public async Task What_is_exported_is_imported_again_without_a_difference_and_can_be_taken_back()
    {
        await using var host = await HostAsync("demnate", "larache");
        await SayAsync(host, "demnate");
        using var visitor = await WorkspaceVisitor.SignInAsync(host, "demnate");
        foreach (var extension in new[] { "xlsx", "docx", "csv" })
        {
            foreach (var language in new[] { "ar", "fr" })
            {
                using var reader = host.Commune("demnate");
                var file = await reader.GetByteArrayAsync(new Uri($"/{language}/action-plan/export.{extension}", UriKind.Relative), TestContext.Current.CancellationToken);
                using var other = await WorkspaceVisitor.SignInAsync(host, "larache");
                await other.OpenAsync(Index);
                await other.SubmitAsync(Upload, file: ("Upload", "plan." + extension, file));

                // The council's vote is left aside until somebody chooses it, and then confirms it knowing what the public will see.
                var adoption = Assert.Single(other.Page.QuerySelectorAll(".import-skipped")).Id!["row-".Length..];
                await other.SubmitAsync("#choices", button: ("choice", adoption + ":add"));
                await other.OpenAsync(LinkTo(other, "/apply"));
                Assert.NotNull(other.Page.QuerySelector("#effect"));
                Assert.Equal(HttpStatusCode.BadRequest, await other.SubmitAsync("form.form"));
                Assert.Equal(0, await CountAsync<Plan>(host, "larache"));
                await other.SubmitAsync("form.form", new Dictionary<string, string> { ["Confirmed"] = "true" });

                Assert.Equal(Texts(await PlanAsync(host, "demnate")), Texts(await PlanAsync(host, "larache")));
                Assert.Equal(3, await CountAsync<ProgressEntry>(host, "larache"));
                await other.SubmitAsync("form.actions");
                Assert.Equal((0, 0), (await CountAsync<Plan>(host, "larache"), await CountAsync<ProgressEntry>(host, "larache")));

                // And into the commune itself: everything is there already, nothing differs.
                await visitor.OpenAsync(Index);
                await visitor.SubmitAsync(Upload, new Dictionary<string, string> { ["Updates"] = "true" }, file: ("Upload", "plan." + extension, file));
                Assert.Equal(Texts(await PlanAsync(host, "demnate")).Count, visitor.Page.QuerySelectorAll(".import-row").Length);
                Assert.Equal(Texts(await PlanAsync(host, "demnate")).Count, visitor.Page.QuerySelectorAll(".import-skipped").Length);
            }
        }

        Assert.Contains("plan.adopted", await VerbsAsync(host, "larache"));
    }

    [Fact]
    public async Task A_history_that_the_plan_lacks_is_added_to_its_activities_and_taken_back()
    {
        await using var host = await HostAsync("demnate");
        var before = Texts(await PlanAsync(host, "demnate"));
        var (standing, other) = (SeedPlans.Of("demnate")[1].Activities[1].Title, "نشاط أضيف");
        using var visitor = await WorkspaceVisitor.SignInAsync(host, "demnate");
        await visitor.OpenAsync(Index);
        await visitor.SubmitAsync(Upload, new Dictionary<string, string> { ["Updates"] = "true" }, file: ("Upload", "plan.csv", Csv(
            "رقم المحور;رقم النشاط;النشاط;حالة الإنجاز;نسبة الإنجاز (%);الحالة ابتداء من;صاحب التصريح;تاريخ التسجيل;عنوان الخطة;الإطار العام",
            $"2;9;{other};;;;;;;",
            $"2;2;{standing};قيد الإنجاز;30;2026-02-01;لجنة التتبع;2026-02-02;;",
            $"2;2;{standing};قيد الإنجاز;60;2026-05-01;لجنة التتبع;2026-05-02;;",
            $"2;9;{other};قيد الإنجاز;10;2026-05-01;لجنة التتبع;2026-05-02;;",
            "7;4;لا شيء;قيد الإنجاز;10;2026-05-01;لجنة التتبع;2026-05-02;;",
            ";;;;;;;;خطة جديدة;إطار")));

        var wrong = Assert.Single(visitor.Page.QuerySelectorAll(".import-wrong"));
        Assert.Contains("7.4", wrong.TextContent, StringComparison.Ordinal);
        await visitor.SubmitAsync("#choices", button: ("choice", "6:skip"));
        await visitor.OpenAsync(LinkTo(visitor, "/apply"));
        await visitor.SubmitAsync("form.form");

        var plan = await PlanAsync(host, "demnate");
        var told = plan.Activities.Single(activity => activity.Reference == "2.2");
        Assert.Equal(["30", "60"], told.History.Select(state => state.Texts[PlanField.Percent]));
        Assert.Equal(("in-progress", "60", "2026-05-01"), (told.Texts[PlanField.Status], told.Texts[PlanField.Percent], told.Texts[PlanField.Since]));
        Assert.Equal("10", plan.Activities.Single(activity => activity.Texts[PlanField.Title] == other).Texts[PlanField.Percent]);
        Assert.Equal(("خطة جديدة", "إطار"), (plan.Plan!.Title.Ar, plan.Plan.Frame!.Ar));

        await visitor.SubmitAsync("form.actions");
        Assert.Equal(before, Texts(await PlanAsync(host, "demnate")));
    }

    [Fact]
    public async Task A_meeting_a_round_and_a_vote_are_brought_to_what_the_file_says_and_back()
    {
        await using var host = await HostAsync("demnate");
        await SayAsync(host, "demnate");
        var before = Texts(await PlanAsync(host, "demnate"));
        using var visitor = await WorkspaceVisitor.SignInAsync(host, "demnate");
        await visitor.OpenAsync(Index);
        await visitor.SubmitAsync(Upload, new Dictionary<string, string> { ["Updates"] = "true" }, file: ("Upload", "plan.csv", Csv(
            "مرحلة من مسار الخطة;في يوم، أو من;إلى;العنوان أو الدورة;المحصلة",
            "تشاور;2026-02-01;2026-03-15;تشاور عمومي;محصلة أخرى",
            "إعداد;2026-01-05;;لقاء جديد;",
            "تشاور;2026-05-01;2026-04-01;دورة مقلوبة;",
            "مصادقة;2030-01-01;;;",
            "احتفال;2026-01-01;;لا شيء;")));
        Assert.Equal(2, visitor.Page.QuerySelectorAll(".import-wrong").Length);
        foreach (var key in new[] { 3, 5 })
        {
            await visitor.SubmitAsync("#choices", button: ("choice", $"{key}:skip"));
        }

        await visitor.SubmitAsync("#choices", button: ("choice", "4:update"));
        Assert.Contains("لم يأت بعد", Assert.Single(visitor.Page.QuerySelectorAll(".import-wrong")).TextContent, StringComparison.Ordinal);
        await visitor.SubmitAsync("#choices", button: ("choice", "4:skip"));
        await visitor.OpenAsync(LinkTo(visitor, "/apply"));
        Assert.Null(visitor.Page.QuerySelector("#effect"));
        await visitor.SubmitAsync("form.form");

        var plan = (await PlanAsync(host, "demnate")).Plan!;
        Assert.Equal(("محصلة أخرى", new DateOnly(2026, 3, 15)), (Assert.Single(plan.Rounds).Outcome!.Ar, plan.Rounds[0].To));
        Assert.Contains(plan.Preparation, step => step.Title.Ar == "لقاء جديد");
        Assert.Equal(new DateOnly(2026, 4, 1), plan.AdoptedOn);
        await visitor.SubmitAsync("form.actions");
        Assert.Equal(before, Texts(await PlanAsync(host, "demnate")));
    }

    [Fact]
    public async Task Updating_changes_what_the_file_says_differently_and_undoing_brings_it_back()
    {
        await using var host = await HostAsync("demnate");
        var before = Texts(await PlanAsync(host, "demnate"));
        var entries = await CountAsync<ProgressEntry>(host, "demnate");
        var title = SeedPlans.Of("demnate")[1].Activities[1].Title;
        using var visitor = await WorkspaceVisitor.SignInAsync(host, "demnate");
        await visitor.OpenAsync(Index);
        await visitor.SubmitAsync(
            Upload,
            new Dictionary<string, string> { ["Updates"] = "true" },
            file: ("Upload", "plan.csv", Csv("رقم المحور;النشاط;الأولوية;حالة الإنجاز;نسبة الإنجاز;المؤشرات", $"2;{title};1;قيد الإنجاز;40%;عدد الدورات؛عدد المستفيدين")));
        await visitor.OpenAsync(visitor.At.ToString().Split('?')[0] + "/apply");
        await visitor.SubmitAsync("form.form");

        var changed = (await PlanAsync(host, "demnate")).Activities.Single(activity => activity.Reference == "2.2").Texts;
        Assert.Equal(("1", "in-progress", "40", "عدد الدورات\nعدد المستفيدين"), (changed[PlanField.Priority], changed[PlanField.Status], changed[PlanField.Percent], changed[PlanField.Indicators]));
        Assert.Equal(entries + 1, await CountAsync<ProgressEntry>(host, "demnate"));

        await visitor.SubmitAsync("form.actions");

        Assert.Equal(before, Texts(await PlanAsync(host, "demnate")));
        Assert.Equal(entries, await CountAsync<ProgressEntry>(host, "demnate"));
    }

    [Fact]
    public async Task What_was_touched_since_is_not_undone()
    {
        await using var host = await HostAsync("larache");
        using var visitor = await ApplyAsync(host, "larache", CommuneDocuments.BniMathar(), "docx");
        await host.InCommuneAsync("larache", async services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            (await db.Set<Activity>().OrderBy(activity => activity.Id).FirstAsync()).Weigh(5);
            await db.SaveChangesAsync();
        });

        Assert.Equal(HttpStatusCode.OK, await visitor.SubmitAsync("form.actions"));

        Assert.NotEqual(0, await CountAsync<Activity>(host, "larache"));
        Assert.NotNull(visitor.Page.QuerySelector(".button-danger"));
        Assert.DoesNotContain("plan.import-undone", await VerbsAsync(host, "larache"));
    }

    [Fact]
    public async Task Two_people_who_correct_one_row_are_told()
    {
        await using var host = await HostAsync("larache");
        using var first = await WorkspaceVisitor.SignInAsync(host, "larache");
        using var second = await WorkspaceVisitor.SignInAsync(host, "larache");
        await first.OpenAsync(Index);
        await first.SubmitAsync(Upload, file: ("Upload", "plan.csv", Csv("المحور;النشاط", "1. أ;ب")));
        var draft = first.At.ToString();
        await first.OpenAsync(draft + "?row=2");
        await second.OpenAsync(draft + "?row=2");

        await first.SubmitAsync(".import-form", new Dictionary<string, string> { ["c.title"] = "عنوان الأولى" });
        Assert.Equal(HttpStatusCode.Conflict, await second.SubmitAsync(".import-form", new Dictionary<string, string> { ["c.title"] = "عنوان الثانية" }));

        Assert.Contains("عنوان الأولى", second.Page.QuerySelector("#conflict")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("عنوان الثانية", second.Page.QuerySelector("#c_title")!.TextContent.Trim());
        await second.SubmitAsync(".import-form");
        Assert.Contains("عنوان الثانية", second.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_refused_with_its_reason_and_nothing_is_kept()
    {
        await using var host = await HostAsync("larache");
        using var visitor = await WorkspaceVisitor.SignInAsync(host, "larache");
        foreach (var file in new[] { "%PDF-1.7"u8.ToArray(), OfficeFiles.With(OfficeFiles.Xlsx([["a"]]), "xl/worksheets/sheet1.xml", new string(' ', 50 << 20)), [], Csv("name;age", "a;5"), new byte[6 << 20] })
        {
            await visitor.OpenAsync("/fr/workspace/action-plan/import");
            Assert.Equal(HttpStatusCode.BadRequest, await visitor.SubmitAsync(Upload, file: ("Upload", "x.xlsx", file)));
            Assert.NotNull(visitor.Page.QuerySelector("#errors"));
        }

        Assert.Equal(0, await CountAsync<ImportDraft>(host, "larache"));
    }

    [Fact]
    public async Task Only_those_entrusted_with_the_plan_see_imports_and_only_of_their_commune()
    {
        await using var host = await HostAsync("larache", "demnate");
        using var focal = await WorkspaceVisitor.SignInAsync(host, "larache");
        await focal.OpenAsync(Index);
        await focal.SubmitAsync(Upload, file: ("Upload", "plan.csv", Csv("المحور;النشاط", "1. أ;ب")));
        var draft = focal.At.ToString();
        using var elsewhere = await WorkspaceVisitor.SignInAsync(host, "demnate");
        using var other = await WorkspaceVisitor.SignInAsync(host, "larache", Role.TeamMember, Area.Charter);
        using var nobody = new WorkspaceVisitor(host.Commune("larache"));

        foreach (var path in new[] { Index, draft, draft + "/apply", "/ar/workspace/action-plan/template.xlsx" })
        {
            using var forbidden = await other.GetAsync(path);
            using var unknown = await nobody.GetAsync(path);
            Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
            Assert.NotEqual(HttpStatusCode.OK, unknown.StatusCode);
        }

        foreach (var path in new[] { draft, draft + "/apply" })
        {
            using var missing = await elsewhere.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        }
    }

    [Fact]
    public async Task Templates_are_understood_as_they_are()
    {
        await using var host = await HostAsync("larache");
        foreach (var (language, extension) in new[] { ("ar", "csv"), ("fr", "csv"), ("ar", "xlsx"), ("fr", "xlsx"), ("ar", "docx"), ("fr", "docx") })
        {
            using var visitor = await WorkspaceVisitor.SignInAsync(host, "larache");
            using var response = await visitor.GetAsync($"/{language}/workspace/action-plan/template.{extension}");
            var file = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            await visitor.OpenAsync(Index);
            await visitor.SubmitAsync(Upload, file: ("Upload", "template." + extension, file));

            Assert.Equal(2, visitor.Page.QuerySelectorAll(".import-row").Length);
            Assert.Empty(visitor.Page.QuerySelectorAll(".import-wrong"));
        }
    }

    private static async Task<WorkspaceVisitor> ApplyAsync(PlatformHost host, string commune, byte[] file, string extension)
    {
        var visitor = await WorkspaceVisitor.SignInAsync(host, commune);
        await visitor.OpenAsync(Index);
        await visitor.SubmitAsync(Upload, file: ("Upload", "plan." + extension, file));
        await visitor.OpenAsync(LinkTo(visitor, "/apply"));
        await visitor.SubmitAsync("form.form");
        return visitor;
    }

    private static Task<PlatformHost> HostAsync(params string[] communes) => PlatformHost.StartAsync(options => options.Communes = communes);

    private static byte[] Csv(params string[] lines) => Encoding.UTF8.GetBytes(string.Join("\r\n", lines));

    private static string LinkTo(WorkspaceVisitor visitor, string end) => visitor.Page.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!).First(href => href.EndsWith(end, StringComparison.Ordinal));

    private static Task<int> CountAsync<T>(PlatformHost host, string commune)
        where T : class => host.InCommuneAsync(commune, services => services.GetRequiredService<CommuneContext>().Set<T>().CountAsync());

    private static Task<List<string>> VerbsAsync(PlatformHost host, string commune) =>
        host.InCommuneAsync(commune, services => services.GetRequiredService<CommuneContext>().Set<AuditEntry>().Select(entry => entry.Verb).ToListAsync());

    private static Task<StandingPlan> PlanAsync(PlatformHost host, string commune) => host.InCommuneAsync(commune, services =>
        StandingPlan.WorkedOnAsync(
            services.GetRequiredService<CommuneContext>(), services.GetRequiredService<IDocuments>(), services.GetRequiredService<TimeProvider>().TodayInMorocco(), CancellationToken.None));

    /// <summary>What a plan gathers in a year, and what a file could garble.</summary>
    private static Task SayAsync(PlatformHost host, string commune) => host.InCommuneAsync(commune, async services =>
    {
        var db = services.GetRequiredService<CommuneContext>();
        var plan = await db.Set<Plan>().Include(plan => plan.Preparation).Include(plan => plan.Rounds).AsSplitQuery().SingleAsync();
        plan.Preparation.Add(PreparationEvent.Of(new(2026, 1, 10), new("لقاء", "Rencontre"), new("مقر الجماعة"), new("نقاش\n\nوخلاصة"), null));
        plan.Rounds.Add(PlanRound.Of(1 + plan.Rounds.Count, new(2026, 2, 1), new(2026, 3, 1), new("تشاور عمومي", "Concertation"), new("عبر المنصة")));
        plan.Adopt(new(2026, 4, 1), new("الدورة العادية", "Session ordinaire"), "12/2026", new(2026, 5, 1));
        plan.Describe(new("خطة\tالعمل", "Plan d’action"), new("إطار عام،\nعلى سطرين", "Cadre ; général"), [new("هدف", "But"), new("=هدف")]);
        var activities = await db.Set<Activity>().OrderBy(activity => activity.Id).ToListAsync();
        activities[0].Entrust(new("مصلحة التواصل", "Service de la communication"), new("شريك\nشريك"), 125_000.50m, new("ميزانية الجماعة"));
        activities[0].Progress.AddRange(
        [
            ProgressEntry.Of(new(2026, 2, 1), ActivityStatus.InProgress, 30, new("بداية", "Début"), new("لجنة التتبع"), new("محضر.pdf", "PV.pdf"), host.Clock.GetUtcNow().UtcDateTime),
            ProgressEntry.Of(new(2026, 6, 1), ActivityStatus.Completed, 100, null, new("لجنة التتبع"), new("تقرير.pdf"), host.Clock.GetUtcNow().UtcDateTime, obstacle: new("تأخر")),
        ]);
        activities[1].Progress.Add(ProgressEntry.Of(new(2026, 3, 1), ActivityStatus.Cancelled, 45, new("=1+1"), new("المجلس"), null, host.Clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync();
    });

    private static List<string> Texts(StandingPlan plan) =>
    [
        .. plan.Axes.SelectMany(axis => axis.Activities.Select(activity => activity.Texts).Prepend(axis.Texts))
            .Concat(plan.Activities.SelectMany(activity => activity.History).Select(state => state.Texts))
            .Concat(plan.Plan is { } about ? PlanTexts.WayOf(about).Prepend(plan.Card!) : [new PlanTexts()])
            .Select(texts => string.Join(" | ", texts.OrderBy(text => text.Key, StringComparer.Ordinal).Select(text => $"{text.Key}={text.Value}"))),
    ];
}
