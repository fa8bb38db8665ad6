using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Documents.Library;
using Platform.IntegrationTests.Documents;
using Platform.Kernel.People;
using Platform.Participation.Consultations;
using Platform.Participation.Processes;
using Platform.TestKit.People;
using static Platform.IntegrationTests.Participation.ConsultationTests;

namespace Platform.IntegrationTests.Participation;

/// <summary>What was prepared and never shown can be taken away; what was shown stays.</summary>
public sealed class DraftTests
{
    private const string Process = "/fr/workspace/processes/programme-d-ouverture";
    private const string Consultation = "/fr/workspace/consultations/vos-remarques";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_is_deleted_with_a_confirmation_and_what_was_announced_is_not()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["larache"]);
        using var member = await host.SignInAsync("larache", Role.TeamMember, Area.Participation);
        using var citizen = host.Commune("larache");
        await ProcessAsync(member);
        await ConsultationAsync(member, ("Input.About", "own"), ("Input.OwnWords.Ar", "# باب\n\nفقرة\n\n## فصل\n\nفقرة\n\n## فصل ثان\n\nفقرة\n\n# باب ثان\n\nفقرة"));

        // Parts of parts stand below them.
        var preview = await member.PageAsync($"{Consultation}/preview");
        Assert.Equal(["H3", "H4", "H4", "H3"], preview.QuerySelectorAll("article.matter > :first-child").Select(heading => heading.TagName));
        Assert.Equal(2, preview.QuerySelectorAll("nav.toc li.level-2").Length);

        // A document is attached, taken off, and put back by the button that says so.
        var number = await host.KeepAsync("larache", "a.pdf", SampleFiles.Pdf("one"), FilesHost.About());
        await DoneAsync(member.SubmitAsync(Process, [("Document", $"{number}")], "form[action*='handler=Attach']"));
        await DoneAsync(member.SubmitAsync(Process, [("number", $"{number}")], "form[action*='handler=Detach']"));
        Assert.False(await IsAttachedAsync(host));
        await DoneAsync(member.SubmitAsync(Process, [], "form.notice[action*='handler=Attach']"));
        Assert.True(await IsAttachedAsync(host));

        using (var unsure = await member.SubmitAsync($"{Consultation}/delete", [], "form.form"))
        {
            await unsure.PageAsync(HttpStatusCode.BadRequest);
        }

        await DoneAsync(member.SubmitAsync($"{Consultation}/delete", [("Confirmed", "true")], "form.form"));
        Assert.Equal(HttpStatusCode.NotFound, await member.StatusAsync(Consultation));
        Assert.Equal(0, await InAsync(host, db => db.Set<Matter>().CountAsync(Stop)));

        // A process goes with the drafts in it and leaves its documents.
        await ConsultationAsync(member);
        await DoneAsync(member.SubmitAsync($"{Process}/stages/edit", [("Input.Title.Ar", "مرحلة")]));
        await DoneAsync(member.SubmitAsync($"{Process}/meetings/edit", [("Input.Title.Ar", "لقاء")]));
        await DoneAsync(member.SubmitAsync($"{Process}/delete", [("Confirmed", "true")], "form.form"));
        Assert.Equal((0, 0, 1), await InAsync(host, async db => (
            await db.Set<Platform.Participation.Processes.Process>().CountAsync(Stop), await db.Set<ProcessStage>().CountAsync(Stop), await db.Set<Document>().CountAsync(Stop))));
        Assert.False(await IsAttachedAsync(host));
        Assert.Equal(
            ["consultation.deleted", "consultation.deleted", "meeting.deleted", "process.deleted"],
            await InAsync(host, db => db.Set<AuditEntry>().Where(entry => entry.Verb.EndsWith(".deleted")).OrderBy(entry => entry.Id).Select(entry => entry.Verb).ToListAsync(Stop)));

        await AnnouncedAsync(member);
        Assert.Equal(HttpStatusCode.NotFound, await member.StatusAsync($"{Consultation}/delete"));
        Assert.Equal(HttpStatusCode.NotFound, await member.StatusAsync($"{Process}/delete"));
        Assert.Equal(HttpStatusCode.OK, await citizen.StatusAsync("/fr/consultations/vos-remarques"));
    }

    private static Task<bool> IsAttachedAsync(PlatformHost host) =>
        InAsync(host, db => db.Set<DocumentSubject>().AnyAsync(subject => subject.Subject == "process:programme-d-ouverture", Stop));

    private static Task<T> InAsync<T>(PlatformHost host, Func<CommuneContext, Task<T>> work) =>
        host.InCommuneAsync("larache", services => work(services.GetRequiredService<CommuneContext>()));
}
