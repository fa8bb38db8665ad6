using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Commitments.Editing;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Ui.Workspace;

namespace Platform.Commitments.OpennessProgramme.Editing;

/// <summary>Asks before a project or a step leaves the programme, and says what the public will see.</summary>
[Workspace(Area.Openness)]
internal sealed class OpennessArchivePageModel(CommuneContext db, OpennessDesk desk, AuditTrail audit, IStringLocalizer<OpennessEditingTexts> texts) : EditPage(db)
{
    private Project? project;
    private Milestone? milestone;

    [BindProperty, MaxLength(AuditEntry.ReasonLength)]
    public string? Reason { get; set; }

    public string Question => project is null ? texts["ArchiveMilestone"] : texts["ArchiveProject", project.Number];

    public LocalizedText What => project?.Title ?? milestone!.Title;

    public async Task<IActionResult> OnGetAsync(string kind, int id, CancellationToken cancellation) => await FindAsync(kind, id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string kind, int id, CancellationToken cancellation)
    {
        if (!await FindAsync(kind, id, cancellation))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        await SaveRetriedAsync(
            async () =>
            {
                await FindAsync(kind, id, cancellation);
                project?.Archive(desk.Today);
                milestone?.Archive(desk.Today);
                audit.Record($"openness.{kind}-archived", $"{kind}:{id}", Reason);
            },
            cancellation);
        Notice = texts["Archived", What.In(Language)];
        return Redirect("~/workspace/openness");
    }

    private async Task<bool> FindAsync(string kind, int id, CancellationToken cancellation)
    {
        project = kind == "project" ? await Db.Set<Project>().FirstOrDefaultAsync(row => row.Id == id && row.ArchivedOn == null, cancellation) : null;
        milestone = kind == "milestone" ? await Db.Set<Milestone>().FirstOrDefaultAsync(row => row.Id == id && row.ArchivedOn == null, cancellation) : null;
        return project is not null || milestone is not null;
    }
}
