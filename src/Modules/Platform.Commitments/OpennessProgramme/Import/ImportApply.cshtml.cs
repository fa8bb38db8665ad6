using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Commitments.Editing;
using Platform.Commitments.Importing;
using Platform.Commitments.OpennessProgramme.Editing;
using Platform.Data;
using Platform.Kernel.People;
using Platform.Ui.Workspace;

namespace Platform.Commitments.OpennessProgramme.Import;

/// <summary>Asks before a draft is applied to the programme, and says what the public will see of an adoption among its rows.</summary>
[Workspace(Area.Openness)]
internal sealed class ProgrammeImportApplyModel(
    CommuneContext db, ProgrammeImporter importer, IStringLocalizer<ProgrammeImportTexts> texts, IStringLocalizer<ImportingTexts> shared, IStringLocalizer<EditingTexts> common,
    IStringLocalizer<OpennessEditingTexts> editing) : ApplyPage(new(texts, shared), common)
{
    private ProgrammeDraft draft = null!;
    private IReadOnlyList<CheckedPart> rows = [];
    private string[] effects = [];

    public override IReadOnlyList<ImportCount> Counts => ProgrammeReviewRows.Count(rows);

    public override IReadOnlyList<string> PublicWillSee => effects;

    protected override async Task<UnderstoodFile?> FindAsync(int id, CancellationToken cancellation) =>
        draft = (await db.Set<ProgrammeDraft>().AsNoTracking().FirstOrDefaultAsync(draft => draft.Id == id, cancellation))!;

    protected override async Task<IReadOnlyList<ReviewRow>> CheckAsync(CancellationToken cancellation)
    {
        rows = await importer.CheckAsync(draft, cancellation);
        if (rows.Any(row => row.Adopts))
        {
            // What the page that records an adoption says too.
            effects = [editing[await db.Set<Programme>().AnyAsync(programme => programme.PublishedAt != null, cancellation) ? "AdoptedPublic" : "AdoptedNotPublic"]];
        }

        return [.. rows.Select(row => ProgrammeReviewRows.Of(row, Language))];
    }

    protected override Task<ImportAnswer> ApplyAsync(int id, bool confirmed, CancellationToken cancellation) => importer.ApplyAsync(id, confirmed, cancellation);
}
