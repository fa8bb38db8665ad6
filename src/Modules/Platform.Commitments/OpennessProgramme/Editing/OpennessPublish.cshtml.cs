using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Commitments.Editing;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Files;
using Platform.Kernel.People;
using Platform.Ui.Workspace;

namespace Platform.Commitments.OpennessProgramme.Editing;

/// <summary>Puts the programme on the public site, after saying what everyone will see.</summary>
[Workspace(Area.Openness)]
internal sealed class OpennessPublishModel(
    CommuneContext db, OpennessDesk desk, IDocuments documents, AuditTrail audit, IStringLocalizer<OpennessEditingTexts> texts, IStringLocalizer<EditingTexts> common) : EditPage(db)
{
    [BindProperty]
    public bool Confirmed { get; set; }

    public Programme Programme { get; private set; } = null!;

    public int Projects { get; private set; }

    /// <summary>Documents of its adoption: those that wait are published with it.</summary>
    public IReadOnlyList<AttachedDocument> Documents { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await FindAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
        {
            return NotFound();
        }

        if (!Confirmed)
        {
            Refuse(nameof(Confirmed), common["ConfirmNeeded"]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        await SaveRetriedAsync(
            async () =>
            {
                if (!await FindAsync(cancellation))
                {
                    // A colleague published it in this moment.
                    return;
                }

                Programme.Publish(desk.Now);
                await documents.PublishAsync(OpennessProgramme.Programme.DocumentsSubject, cancellation);
                audit.Record("openness.published", "openness:1");
            },
            cancellation);
        Notice = texts["Published"];
        return Redirect("~/workspace/openness");
    }

    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        if (await desk.ProgrammeAsync(cancellation) is not { PublishedAt: null } programme)
        {
            return false;
        }

        Programme = programme;
        Documents = [.. (await documents.OfAsync([OpennessProgramme.Programme.DocumentsSubject], unpublished: true, cancellation))[OpennessProgramme.Programme.DocumentsSubject]];
        Projects = await Db.Set<Project>().CountAsync(project => project.ArchivedOn == null, cancellation);
        return true;
    }
}
