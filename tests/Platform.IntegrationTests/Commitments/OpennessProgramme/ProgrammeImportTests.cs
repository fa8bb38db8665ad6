using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Commitments.OpennessProgramme;
using Platform.Commitments.OpennessProgramme.Exchange;
using Platform.Commitments.OpennessProgramme.Import;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Files;
using Platform.Kernel.People;
using Platform.TestKit;

namespace Platform.IntegrationTests.Commitments.OpennessProgramme;

/// <summary>From the file to the openness programme and back, as a focal point without scripts does it.</summary>
public sealed class ProgrammeImportTests
{
    private const string Index = "/ar/workspace/openness/import";
    private const string Upload = "form[enctype]";

    [Fact]
    public async Task What_is_exported_is_imported_again_without_a_difference_and_can_be_taken_back()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["larache", "demnate"]);
        await SayAsync(host);
        var expected = await TextsAsync(host, "larache");
        using var own = await WorkspaceVisitor.SignInAsync(host, "larache");
        using var other = await WorkspaceVisitor.SignInAsync(host, "demnate");
        foreach (var (extension, language) in new[] { ("xlsx", "ar"), ("docx", "fr"), ("csv", "ar"), ("docx", "ar") })
        {
            using var reader = host.Commune("larache");
            var file = await reader.GetByteArrayAsync(new Uri($"/{language}/openness/export.{extension}", UriKind.Relative), TestContext.Current.CancellationToken);
            await other.OpenAsync(Index);
            Assert.Equal(HttpStatusCode.OK, await other.SubmitAsync(Upload, file: ("Upload", "programme." + extension, file)));
            Assert.Equal(expected.Count, RowsIn(other));
            Assert.Empty(other.Page.QuerySelectorAll(".import-wrong"));

            // The council's vote is left aside until somebody chooses it, and then confirms it.
            var adoption = Assert.Single(other.Page.QuerySelectorAll(".import-skipped")).Id!["row-".Length..];
            await other.SubmitAsync("#choices", button: ("choice", adoption + ":add"));
            await other.OpenAsync(LinkTo(other, "/apply"));
            Assert.NotNull(other.Page.QuerySelector("#effect"));
            Assert.Equal(HttpStatusCode.BadRequest, await other.SubmitAsync("form.form"));
            Assert.NotNull(other.Page.QuerySelector("#errors"));
            Assert.Empty(await TextsAsync(host, "demnate"));
            Assert.Equal(HttpStatusCode.OK, await other.SubmitAsync("form.form", new Dictionary<string, string> { ["Confirmed"] = "true" }));

            Assert.Equal(expected, await TextsAsync(host, "demnate"));
            await other.SubmitAsync("form.actions");
            Assert.Empty(await TextsAsync(host, "demnate"));

            // And into the commune itself: everything is there already, nothing differs.
            await own.OpenAsync(Index);
            await own.SubmitAsync(Upload, new Dictionary<string, string> { ["Updates"] = "true" }, file: ("Upload", "programme." + extension, file));
            Assert.Equal(expected.Count, RowsIn(own));
            Assert.Equal(own.Page.QuerySelectorAll(".import-row").Length, own.Page.QuerySelectorAll(".import-skipped").Length);
            await own.OpenAsync(own.At + "/apply");
            Assert.Null(own.Page.QuerySelector("form.form button"));
        }

        var verbs = await VerbsAsync(host, "demnate");
        Assert.Equal((4, 4, 4), (verbs.Count(verb => verb == "openness.imported"), verbs.Count(verb => verb == "openness.adopted"), verbs.Count(verb => verb == "openness.import-undone")));
    }

    [Fact]
    public async Task The_document_of_Larache_begins_a_programme_elsewhere_a_wrong_row_is_corrected_and_all_is_applied_once()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        using var visitor = await WorkspaceVisitor.SignInAsync(host, "demnate", Role.TeamMember, Area.Openness);
        await visitor.OpenAsync(Index);
        Assert.NotNull(visitor.Page.QuerySelector(".empty"));
        await visitor.SubmitAsync(Upload, file: ("Upload", "العرائش.docx", CommuneDocuments.Larache()));
        Assert.Empty(visitor.Page.QuerySelectorAll(".import-wrong"));
        await visitor.OpenAsync(LinkTo(visitor, "/apply"));
        await visitor.SubmitAsync("form.form");
        Assert.Equal(SeedProgramme.Of("larache").Projects.Count, (await StandingAsync(host, "demnate")).OfKind(PartKind.Project).Count());

        await visitor.OpenAsync(Index);
        await visitor.SubmitAsync(Upload, new Dictionary<string, string> { ["Updates"] = "true" }, file: ("Upload", "x.csv", Csv(
            "رقم المشروع;عنوان المشروع;الإشكالية;مرحلة المشروع;أجل المرحلة", "68;;ضعف التواصل;لوحة;قريبا", "99;=cmd|' /C calc'!A0;;;", "68;;ضعف آخر;;")));
        var draft = visitor.At.ToString();
        Assert.Single(visitor.Page.QuerySelectorAll(".import-wrong .import-problems li"));
        Assert.Null(visitor.Page.QuerySelector("a[href$='/apply']"));
        await visitor.OpenAsync(draft + "/apply");
        using (var refused = await visitor.PostAsync("form.form"))
        {
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        await visitor.OpenAsync(draft + "?row=2");
        Assert.Equal(HttpStatusCode.BadRequest, await visitor.SubmitAsync(".import-form", new Dictionary<string, string> { ["c.stepDue"] = "غدا" }));
        Assert.Equal("true", visitor.Page.QuerySelector("#c_stepDue")!.GetAttribute("aria-invalid"));
        Assert.Equal(HttpStatusCode.OK, await visitor.SubmitAsync(".import-form", new Dictionary<string, string> { ["c.stepDue"] = "دجنبر 2027" }));
        await visitor.OpenAsync(draft + "/apply");
        var answers = await Task.WhenAll(visitor.PostAsync("form.form"), visitor.PostAsync("form.form"));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));

        var standing = await StandingAsync(host, "demnate");
        Assert.Equal("ضعف التواصل", standing.OfProject(PartKind.Project, 68).Single().Texts[PartField.Problem]);
        Assert.Equal(SeedProgramme.Of("larache").Projects[0].Title, standing.OfProject(PartKind.Project, 68).Single().Texts[PartField.Title]);
        Assert.Equal("2027-12-31", standing.OfProject(PartKind.Step, 68).Single().Texts[PartField.StepDue]);
        Assert.Equal("=cmd|' /C calc'!A0", standing.OfProject(PartKind.Project, 99).Single().Texts[PartField.Title]);
        Assert.Equal(2, (await VerbsAsync(host, "demnate")).Count(verb => verb == "openness.imported"));

        // A person goes on with one of them: then nothing is taken back.
        await host.InCommuneAsync("demnate", async services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            (await db.Set<Project>().SingleAsync(project => project.Number == 99)).Entrust(new("مصلحة"), null);
            await db.SaveChangesAsync();
        });
        await visitor.OpenAsync(draft);
        await visitor.SubmitAsync("form.actions");
        Assert.Single((await StandingAsync(host, "demnate")).OfProject(PartKind.Project, 99));
        Assert.DoesNotContain("openness.import-undone", await VerbsAsync(host, "demnate"));
    }

    [Fact]
    public async Task Files_that_cannot_be_read_are_refused_templates_are_understood_and_imports_are_seen_by_those_entrusted_only()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["larache", "demnate"]);
        using var focal = await WorkspaceVisitor.SignInAsync(host, "larache");
        foreach (var file in new[] { "%PDF-1.7"u8.ToArray(), OfficeFiles.With(OfficeFiles.Xlsx([["a"]]), "xl/worksheets/sheet1.xml", new string(' ', 50 << 20)), [], Csv("name;age", "a;5"), new byte[6 << 20] })
        {
            await focal.OpenAsync("/fr/workspace/openness/import");
            Assert.Equal(HttpStatusCode.BadRequest, await focal.SubmitAsync(Upload, file: ("Upload", "x.xlsx", file)));
            Assert.NotNull(focal.Page.QuerySelector("#errors"));
        }

        Assert.Equal(0, await host.InCommuneAsync("larache", services => services.GetRequiredService<CommuneContext>().Set<ProgrammeDraft>().CountAsync()));
        foreach (var (language, extension) in new[] { ("ar", "csv"), ("fr", "xlsx"), ("ar", "docx"), ("fr", "docx") })
        {
            using var response = await focal.GetAsync($"/{language}/workspace/openness/template.{extension}");
            var file = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            await focal.OpenAsync(Index);
            await focal.SubmitAsync(Upload, file: ("Upload", "template." + extension, file));
            Assert.Equal(2, focal.Page.QuerySelectorAll(".import-row").Length);
            Assert.Empty(focal.Page.QuerySelectorAll(".import-wrong"));
        }

        var draft = focal.At.ToString();
        using var elsewhere = await WorkspaceVisitor.SignInAsync(host, "demnate");
        using var other = await WorkspaceVisitor.SignInAsync(host, "larache", Role.TeamMember, Area.ActionPlan);
        foreach (var path in new[] { Index, draft, draft + "/apply", "/ar/workspace/openness/template.xlsx" })
        {
            using var forbidden = await other.GetAsync(path);
            Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        }

        foreach (var path in new[] { draft, draft + "/apply" })
        {
            using var missing = await elsewhere.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        }

        await focal.OpenAsync(draft);
        Assert.Equal(HttpStatusCode.OK, await focal.SubmitAsync("form[action*=Discard]"));
        Assert.Contains("openness.import-discarded", await VerbsAsync(host, "larache"));
        using var gone = await focal.GetAsync(draft);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    /// <summary>What a programme gathers in a year, and what a file could garble.</summary>
    private static Task SayAsync(PlatformHost host) => host.InCommuneAsync("larache", async services =>
    {
        var db = services.GetRequiredService<CommuneContext>();
        var programme = (await db.WholeProgrammeAsync(tracked: true, CancellationToken.None))!;
        programme.RunFor(new(2024, 1, 1), new(2025, 12, 31));
        programme.Adopt(new(2023, 10, 5), new("دورة أكتوبر", "Session d’octobre"), "9/2023");
        var project = programme.Projects.Single(project => project.Number == 85);
        project.Describe(new("فقرة أولى\n\n- بند", "=1+1"), new("حل"), new("ميزانية الجماعة", "Budget ; communal"));
        project.Entrust(new("مصلحة الميزانية"), new("شريك\nشريك"));
        project.Indicators.AddRange([ProjectIndicator.Of(ProjectIndicatorKind.FollowUp, 1, new("عدد", "Nombre")), ProjectIndicator.Of(ProjectIndicatorKind.FollowUp, 2, new("نسبة")), ProjectIndicator.Of(ProjectIndicatorKind.Impact, 1, new("أثر"))]);
        project.Milestones.AddRange([ProjectMilestone.Of(1, new("مرحلة", "Étape"), new("تقرير"), new(2026, 6, 30), new(2026, 6, 1)), ProjectMilestone.Of(2, new("أخرى"), null, null, null)]);
        project.Completions.AddRange(
        [
            CompletionEntry.Of(new(2026, 1, 1), Completion.Limited, new("بداية", "Début"), new("اللجنة"), new("محضر.pdf"), host.Clock.GetUtcNow().UtcDateTime),
            CompletionEntry.Of(new(2026, 6, 1), Completion.Substantial, null, new("اللجنة"), null, host.Clock.GetUtcNow().UtcDateTime),
        ]);
        var network = Network.Of(9, new("شبكة الجماعات", "Réseau ; des communes"), new("ميثاق"));
        network.Describe(network.Name, network.Charter, "https://remacto.example.ma/", new(2022, 3, 1), null);
        db.Add(network);
        await db.SaveChangesAsync();
    });

    private static Task<StandingProgramme> StandingAsync(PlatformHost host, string commune) =>
        host.InCommuneAsync(commune, services => services.GetRequiredService<CommuneContext>().StandingProgrammeAsync(services.GetRequiredService<IDocuments>(), CancellationToken.None));

    private static async Task<List<string>> TextsAsync(PlatformHost host, string commune) =>
        [.. (await StandingAsync(host, commune)).Parts.Select(part => part.Kind + ": " + string.Join(" | ", part.Texts.OrderBy(text => text.Key, StringComparer.Ordinal).Select(text => $"{text.Key}={text.Value}")))];

    private static Task<List<string>> VerbsAsync(PlatformHost host, string commune) =>
        host.InCommuneAsync(commune, services => services.GetRequiredService<CommuneContext>().Set<AuditEntry>().Select(entry => entry.Verb).ToListAsync());

    /// <summary>On all pages of the review.</summary>
    private static int RowsIn(WorkspaceVisitor visitor) =>
        int.Parse(visitor.Page.QuerySelector("nav .chips bdi")!.TextContent.Trim('(', ')'), System.Globalization.CultureInfo.InvariantCulture);

    private static byte[] Csv(params string[] lines) => Encoding.UTF8.GetBytes(string.Join("\r\n", lines));

    private static string LinkTo(WorkspaceVisitor visitor, string end) => visitor.Page.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!).First(href => href.EndsWith(end, StringComparison.Ordinal));
}
