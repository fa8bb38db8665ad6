using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Commitments.ActionPlan;
using Platform.Commitments.ActionPlan.Exchange;
using Platform.Commitments.Importing;
using Platform.Commitments.OpennessProgramme.Exchange;
using Platform.Data;
using Platform.Documents.Library;
using Platform.Kernel.Files;
using Platform.Kernel.People;
using Platform.TestKit.People;

namespace Platform.IntegrationTests.Commitments;

/// <summary>Documents that come with an act, from the form that sends them to the citizen who opens them; and what the public history tells of the act.</summary>
public sealed class AttachedDocumentTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_adoption_of_a_charter_is_public_with_its_document_once_the_charter_is()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        using var member = await WorkspaceVisitor.SignInAsync(host, "demnate");
        using var citizen = host.Commune("demnate");
        await SendAsync(member, "/fr/workspace/charter/start", new() { ["Input.Title.Ar"] = "ميثاق معدل", ["Input.Start"] = "InForce" });
        await member.OpenAsync("/fr/workspace/charter/adoption");
        var form = new Dictionary<string, string> { ["Input.Session.Ar"] = "دورة أكتوبر", ["Input.On"] = "2026-11-10" };

        // A dangerous file is refused; what was typed stays.
        Assert.Equal(HttpStatusCode.BadRequest, await member.SubmitAsync("form[enctype]", form, file: ("Files.Sent", "مقرر.pdf", SampleFiles.MacroDocx())));
        Assert.Equal("دورة أكتوبر", member.Page.QuerySelector("[name='Input.Session.Ar']")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.OK, await member.SubmitAsync("form[enctype]", form, file: ("Files.Sent", "مقرر.pdf", SampleFiles.Pdf())));

        Assert.Equal("/fr/workspace/charter/publish", member.At.ToString());
        var desk = member.Page.QuerySelector(".attached a")!.GetAttribute("href")!;
        var number = desk.Split('/')[^1];
        using (var early = await citizen.GetAsync($"/fr/documents/{number}", Stop))
        {
            Assert.Equal(HttpStatusCode.NotFound, early.StatusCode);
        }

        await SendAsync(member, "/fr/workspace/charter/publish", new() { ["Sure"] = "true" });

        var charter = await citizen.PageAsync("/fr/charter");
        await OpensAsync(citizen, charter, SampleFiles.Pdf());
        Assert.NotNull((await citizen.PageAsync("/fr/charter/versions")).QuerySelector($"#version-2 a[href='/fr/documents/{number}']"));
        Assert.Null((await citizen.PageAsync("/fr/charter/versions/1")).QuerySelector(".attached"));
        Assert.Equal(["Charte publiée", "Adoption de la charte enregistrée", "Projet de charte commencé"], ActsOf(charter));
        Assert.DoesNotContain("account", charter.QuerySelector(".acts")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(["نشر الميثاق", "تسجيل المصادقة على الميثاق", "بدء مسودة الميثاق"], ActsOf(await citizen.PageAsync("/ar/charter")));
    }

    [Fact]
    public async Task Signatures_of_one_ceremony_share_its_sheet_and_the_team_shows_its_decision()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        using var member = await WorkspaceVisitor.SignInAsync(host, "demnate", Role.TeamMember, Area.Charter);
        using var citizen = host.Commune("demnate");
        var first = new Dictionary<string, string> { ["Input.Name.Ar"] = "جمعية الأمل", ["Input.Kind"] = "Association", ["Input.SignedOn"] = "2026-10-05" };
        await member.OpenAsync("/fr/workspace/charter/signatories/edit");
        Assert.Null(member.Page.QuerySelector("[name='Input.Sheet']"));
        Assert.Equal(HttpStatusCode.OK, await member.SubmitAsync("form[enctype]", first, file: ("Files.Sent", "feuille.pdf", SampleFiles.Pdf())));
        await member.OpenAsync("/fr/workspace/charter/signatories/edit");
        var sheet = member.Page.QuerySelectorAll("[name='Input.Sheet'] option").Select(option => option.GetAttribute("value")!).Single(value => value.Length > 0);
        var second = new Dictionary<string, string>(first) { ["Input.Name.Ar"] = "جمعية النور", ["Input.Sheet"] = "999" };
        Assert.Equal(HttpStatusCode.BadRequest, await member.SubmitAsync("form[enctype]", second));
        Assert.Equal(HttpStatusCode.OK, await member.SubmitAsync("form[enctype]", new Dictionary<string, string>(second) { ["Input.Sheet"] = sheet }));

        var signatories = await citizen.PageAsync("/fr/charter/signatories");
        Assert.Equal(2, signatories.QuerySelectorAll($"tbody .attached a[href='/fr/documents/{sheet}']").Length);
        await OpensAsync(citizen, signatories, SampleFiles.Pdf());

        await member.OpenAsync("/fr/workspace/charter/team");
        await member.SubmitAsync(
            "form[enctype]", new Dictionary<string, string> { ["Input.Decision"] = "7/2026", ["Input.DecidedOn"] = "2026-09-01" },
            file: ("Files.Sent", "décision.pdf", SampleFiles.Pdf("Decision")));
        await OpensAsync(citizen, await citizen.PageAsync("/fr/charter/follow-up"), SampleFiles.Pdf("Decision"));
    }

    [Fact]
    public async Task Evidence_of_progress_and_the_documents_of_adoptions_reach_the_citizen()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate", "larache"]);
        using var member = await WorkspaceVisitor.SignInAsync(host, "demnate");
        using var citizen = host.Commune("demnate");
        var overview = await member.OpenAsync("/fr/workspace/action-plan");
        var progress = overview.QuerySelectorAll("a[href$='/progress']")[0].GetAttribute("href")!;
        await member.OpenAsync(progress);
        Assert.Equal(HttpStatusCode.OK, await member.SubmitAsync(
            "form[enctype]",
            new Dictionary<string, string> { ["Input.EffectiveOn"] = "2026-11-10", ["Input.Status"] = "InProgress", ["Input.Percent"] = "40", ["Input.SaidBy.Ar"] = "مصلحة" },
            file: ("Files.Sent", "صور.pdf", SampleFiles.Pdf("Evidence"))));

        var activity = await citizen.PageAsync("/fr/action-plan/activities/1.1");
        Assert.Contains("40", activity.QuerySelector("#progress")!.ParentElement!.TextContent, StringComparison.Ordinal);
        await OpensAsync(citizen, activity, SampleFiles.Pdf("Evidence"), ".timeline a[href*='/documents/']");
        Assert.Equal(["Avancement d’une activité noté"], ActsOf(activity));
        Assert.NotNull((await member.OpenAsync("/fr/workspace/documents")).QuerySelector("a[href='/fr/workspace/documents/1']"));

        await member.OpenAsync("/fr/workspace/action-plan/adoption/1");
        Assert.Equal(HttpStatusCode.OK, await member.SubmitAsync(
            "form[enctype]", new Dictionary<string, string> { ["Input.On"] = "2026-10-10", ["Input.Confirmed"] = "true" }, file: ("Files.Sent", "مقرر.pdf", SampleFiles.Pdf("Plan"))));
        var plan = await citizen.PageAsync("/fr/action-plan");
        await OpensAsync(citizen, plan, SampleFiles.Pdf("Plan"));
        Assert.Equal(["Adoption du plan enregistrée"], ActsOf(plan));

        using var opener = await WorkspaceVisitor.SignInAsync(host, "larache", Role.TeamMember, Area.Openness);
        using var neighbour = host.Commune("larache");
        await opener.OpenAsync("/fr/workspace/openness/adoption");
        Assert.Equal(HttpStatusCode.OK, await opener.SubmitAsync(
            "form[enctype]", new Dictionary<string, string> { ["Input.On"] = "2026-10-10", ["Input.Confirmed"] = "true" }, file: ("Files.Sent", "مقرر.pdf", SampleFiles.Pdf("Ouverture"))));
        var openness = await neighbour.PageAsync("/fr/openness");
        await OpensAsync(neighbour, openness, SampleFiles.Pdf("Ouverture"));
        Assert.Equal(["Adoption du programme enregistrée"], ActsOf(openness));
    }

    [Fact]
    public async Task The_public_history_of_a_new_activity_and_project_begins_with_their_adding()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["larache"]);
        using var member = await WorkspaceVisitor.SignInAsync(host, "larache");
        using var citizen = host.Commune("larache");
        await SendAsync(member, "/fr/workspace/openness/project", new() { ["Input.Number"] = "901", ["Input.Title.Ar"] = "مشروع" });
        var edit = (await member.OpenAsync("/fr/workspace/openness")).QuerySelectorAll("a[href*='/openness/project/']")
            .Select(link => link.GetAttribute("href")!).Where(link => !link.EndsWith("completion", StringComparison.Ordinal)).OrderBy(link => int.Parse(link.Split('/')[^1], null)).Last();
        await SendAsync(member, edit, new() { ["Input.Problem.Ar"] = "إشكالية" });
        await SendAsync(member, edit, new() { ["Input.Problem.Ar"] = "إشكالية أوضح" });

        var acts = ActsOf(await citizen.PageAsync("/fr/openness/projects/901"));

        Assert.Equal(2, acts.Count);
        Assert.StartsWith("Projet modifié", acts[0], StringComparison.Ordinal);
        Assert.EndsWith("(2 fois)", acts[0], StringComparison.Ordinal);
        Assert.Equal("Projet ajouté", acts[1]);
    }

    /// <summary>Exported, taken off, imported: attached again, and off again when the import is taken back. The same file elsewhere names documents of another site.</summary>
    [Fact]
    public async Task An_exported_file_brings_attached_documents_back_on_their_own_site_only()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate", "larache"]);
        using var planner = await WorkspaceVisitor.SignInAsync(host, "demnate");
        using var opener = await WorkspaceVisitor.SignInAsync(host, "larache");
        await KeepAsync(planner, "/fr/workspace/action-plan/adoption/1", new() { ["Input.On"] = "2026-10-10", ["Input.Confirmed"] = "true" }, "Plan");
        await KeepAsync(planner, "/fr/workspace/action-plan/activity/1/progress", new() { ["Input.EffectiveOn"] = "2026-11-10", ["Input.Status"] = "InProgress", ["Input.Percent"] = "40", ["Input.SaidBy.Ar"] = "مصلحة" }, "Evidence");
        await KeepAsync(opener, "/fr/workspace/openness/adoption", new() { ["Input.On"] = "2026-10-10", ["Input.Confirmed"] = "true" }, "Ouverture");
        await KeepAsync(opener, "/fr/workspace/openness/networks/edit", new() { ["Input.Name.Ar"] = "شبكة الجماعات", ["Input.JoinedOn"] = "2026-01-02" }, "Réseau");

        var (planFile, plan) = (await ExportAsync(host, "demnate", "/ar/action-plan/export.docx"), await PlanAsync(host));
        var (programmeFile, programme) = (await ExportAsync(host, "larache", "/fr/openness/export.xlsx"), await ProgrammeAsync(host, "larache"));
        Assert.Equal((2, 2), (plan.Count(IsAttached), programme.Count(IsAttached)));

        await TakeOffAsync(host, "larache");
        await TakeOffAsync(host, "demnate");
        await host.InCommuneAsync("demnate", services => services.GetRequiredService<CommuneContext>().Set<ProgressEntry>().ExecuteDeleteAsync(Stop));
        foreach (var (member, index, file, name, expected, texts) in new (WorkspaceVisitor, string, byte[], string, List<string>, Func<Task<List<string>>>)[]
        {
            (planner, "/ar/workspace/action-plan/import", planFile, "plan.docx", plan, () => PlanAsync(host)),
            (opener, "/ar/workspace/openness/import", programmeFile, "programme.xlsx", programme, () => ProgrammeAsync(host, "larache")),
        })
        {
            Assert.DoesNotContain(await texts(), IsAttached);
            await ImportAsync(member, index, name, file);
            Assert.Equal(expected, await texts());
            Assert.Equal(HttpStatusCode.OK, await member.SubmitAsync("form.actions"));
            Assert.DoesNotContain(await texts(), IsAttached);
        }

        // The reader is told which documents are not those of this site: on the first page of the review, that of the programme itself.
        await ImportAsync(planner, "/ar/workspace/openness/import", "programme.xlsx", programmeFile, elsewhere: 1);
        var there = await ProgrammeAsync(host, "demnate");
        Assert.Contains(there, text => text.Contains("شبكة الجماعات", StringComparison.Ordinal));
        Assert.DoesNotContain(there, IsAttached);
    }

    private static bool IsAttached(string text) => text.Contains("ocuments=", StringComparison.Ordinal);

    private static async Task KeepAsync(WorkspaceVisitor member, string path, Dictionary<string, string> fields, string words)
    {
        await member.OpenAsync(path);
        var status = await member.SubmitAsync("form[enctype]", fields, file: ("Files.Sent", words + ".pdf", SampleFiles.Pdf(words)));
        Assert.True(status == HttpStatusCode.OK, $"{path}: {status} {member.Page.QuerySelector("#errors")?.TextContent}");
    }

    private static async Task<byte[]> ExportAsync(PlatformHost host, string commune, string path)
    {
        using var citizen = host.Commune(commune);
        return await citizen.GetByteArrayAsync(new Uri(path, UriKind.Relative), Stop);
    }

    private static async Task ImportAsync(WorkspaceVisitor member, string index, string name, byte[] file, int elsewhere = 0)
    {
        await member.OpenAsync(index);
        await member.SubmitAsync("form[enctype]", new Dictionary<string, string> { ["Updates"] = "true" }, file: ("Upload", name, file));
        Assert.Equal(elsewhere, member.Page.QuerySelectorAll(".import-notes li").Count(note => note.TextContent.Contains("ليست من وثائق هذا الموقع", StringComparison.Ordinal)));
        await member.OpenAsync(member.At.ToString() + "/apply");
        var status = await member.SubmitAsync("form.form");
        Assert.True(status == HttpStatusCode.OK, $"{index}: {status} {member.Page.QuerySelector("#errors")?.TextContent}");
    }

    private static Task TakeOffAsync(PlatformHost host, string commune) => host.InCommuneAsync(commune, async services =>
    {
        var (db, documents) = (services.GetRequiredService<CommuneContext>(), services.GetRequiredService<IDocuments>());
        foreach (var known in await db.Set<DocumentSubject>().AsNoTracking().ToListAsync(Stop))
        {
            Assert.True(await documents.DetachAsync(known.DocumentId, known.Subject, Stop));
        }

        await db.SaveChangesAsync(Stop);
    });

    private static Task<List<string>> PlanAsync(PlatformHost host) => host.InCommuneAsync("demnate", async services =>
    {
        var plan = await StandingPlan.WorkedOnAsync(services.GetRequiredService<CommuneContext>(), services.GetRequiredService<IDocuments>(), new(2026, 11, 22), Stop);
        return Texts(plan.Activities.SelectMany(activity => activity.History).Select(state => state.Texts).Prepend(plan.Card!));
    });

    private static Task<List<string>> ProgrammeAsync(PlatformHost host, string commune) => host.InCommuneAsync(commune, async services =>
        Texts((await services.GetRequiredService<CommuneContext>().StandingProgrammeAsync(services.GetRequiredService<IDocuments>(), Stop)).Parts.Select(part => part.Texts)));

    private static List<string> Texts(IEnumerable<RowTexts> rows) =>
        [.. rows.Select(texts => string.Join(" | ", texts.OrderBy(text => text.Key, StringComparer.Ordinal).Select(text => $"{text.Key}={text.Value}"))).Order(StringComparer.Ordinal)];

    private static async Task SendAsync(WorkspaceVisitor member, string path, Dictionary<string, string> fields)
    {
        await member.OpenAsync(path);
        var status = await member.SubmitAsync("form.form", fields);
        Assert.True(status == HttpStatusCode.OK, $"{path}: {status} {member.Page.QuerySelector("#errors")?.TextContent}");
    }

    /// <summary>Follows the link to the document's page and downloads the file.</summary>
    private static async Task OpensAsync(HttpClient citizen, IHtmlDocument page, byte[] content, string link = ".attached a")
    {
        var document = await citizen.PageAsync(page.QuerySelector(link)!.GetAttribute("href")!);
        Assert.Equal(content, await citizen.GetByteArrayAsync(document.QuerySelector("a[download]")!.GetAttribute("href"), Stop));
    }

    private static List<string> ActsOf(IHtmlDocument page) => [.. page.QuerySelectorAll(".acts > li > span").Select(act => act.TextContent)];
}
