using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Kernel.Files;
using Platform.Kernel.People;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Charter.Drafting;

/// <summary>Before an adopted version comes into force: what the public will see, and the person's word that it shall. Or back to the desk.</summary>
[Workspace(Area.Charter)]
internal sealed class PublishModel(
    CommuneContext db, CharterDrafts drafts, CharterReader charters, IDocuments documents, IStringLocalizer<DraftingTexts> texts) : WorkspacePage
{
    [BindProperty]
    public bool Sure { get; set; }

    [BindProperty, MaxLength(500)]
    public string? Reason { get; set; }

    public CharterVersion Version { get; private set; } = null!;

    public CharterVersion? Before { get; private set; }

    public CharterDifferences? Differences { get; private set; }

    public int Rounds { get; private set; }

    /// <summary>Documents of the adoption: those that wait are published with the version.</summary>
    public IReadOnlyList<AttachedDocument> Documents { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ? Page() : To("/workspace/charter");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return To("/workspace/charter");
        }

        if (!Sure)
        {
            ModelState.AddModelError(nameof(Sure), texts["PublishSureNeeded"]);
            return Invalid();
        }

        try
        {
            await drafts.PublishAsync(Version, cancellation);
            Notice = texts["Published", Version.Number];
        }
        catch (DbUpdateException)
        {
            // Somebody else published or took it back in the same moment; the database lets only one version be in force.
            db.ChangeTracker.Clear();
            Warning = texts["ChangedMeanwhile"];
        }

        return To("/workspace/charter");
    }

    public async Task<IActionResult> OnPostReturnAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return To("/workspace/charter");
        }

        if (Reason is null)
        {
            ModelState.AddModelError(nameof(Reason), texts["ReasonNeeded"]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        try
        {
            await drafts.ReturnAsync(Version, Reason!, cancellation);
            Notice = texts["Returned"];
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            Warning = texts["ChangedMeanwhile"];
        }

        return To("/workspace/charter");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await drafts.OpenAsync(cancellation) is not { State: CharterState.Adopted } version)
        {
            return false;
        }

        Version = version;
        Documents = [.. (await documents.OfAsync([version.DocumentsSubject], unpublished: true, cancellation))[version.DocumentsSubject]];
        Before = await charters.InForceAsync(cancellation);
        Differences = Before is null ? null : CharterDifferences.Between(Before, version, Language);
        Rounds = await db.Set<ConsultationRound>().CountAsync(round => round.CharterVersionId == version.Id, cancellation);
        return true;
    }
}
